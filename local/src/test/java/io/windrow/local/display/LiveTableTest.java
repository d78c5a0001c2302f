package io.windrow.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Counts;
import io.windrow.local.chaos.Fault;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTableTest {
  private static final Counts COUNTS =
      new Counts(10, 6, 1, 2, 1, Map.of("json.malformed", 2L), Map.of());
  private static final List<View> VIEWS =
      List.of(new View("pages", "f", List.of(), WindowPolicy.tumbling(60_000, 0), List.of()));

  private final Screens screen = new Screens();
  private final RunProgress progress = new RunProgress(result -> {}, kept -> {});

  @Test
  void countsWatermarkOpenWindowsAndResultsAreShown() {
    LiveTable table = table(new Terminal(100, 30, false));
    progress.entered("shard", Screens.commit(Screens.TIME, COUNTS));
    progress.entered("shard", Screens.commit(Screens.TIME + 150_000, Counts.NONE));
    progress.announced(List.of(Screens.result("a", 0)));

    table.refresh();

    assertThat(screen.shown().lines())
        .contains(
            "    received    accepted    filtered    rejected        late   records/s",
            "          10           6           1           2           1           0",
            "  rejected for  json.malformed 2",
            "  watermark     2024-01-01 00:02:30",
            "  closed up to  none yet",
            "  open          pages: 3 windows",
            "  1 final result",
            "  pages  2024-01-01 00:00 to 00:01  page=a  clicks=3");
  }

  @Test
  void howManySessionsAreOpenIsNotKnownButFromWhenOnTheyEnd() {
    View visits =
        new View("visits", "f", List.of(), new SessionPolicy(30_000, 5_000, 60_000), List.of());
    LiveTable table =
        new LiveTable(
            List.of("title"),
            List.of(visits),
            progress,
            () -> new Terminal(100, 30, false),
            screen.out);
    progress.entered("shard", Screens.commit(Screens.TIME, COUNTS));
    table.refresh();
    assertThat(screen.shown().lines()).contains("  open          visits: all sessions");

    progress.closed(Screens.TIME + 65_000);
    table.refresh();
    assertThat(screen.shown().lines())
        .contains("  open          visits: sessions that end from 2024-01-01 00:01:00 on");
  }

  @Test
  void itIsDrawnAnewInItsPlace() {
    LiveTable table = table(new Terminal(100, 30, false));
    table.refresh();
    long lines = screen.shown().lines().count();

    table.refresh();

    assertThat(screen.printed()).contains("\u001b[" + lines + "A\r");
  }

  @Test
  void inATerminalThatWasResizedItIsDrawnOnAClearScreen() {
    AtomicReference<Terminal> window = new AtomicReference<>(new Terminal(100, 30, false));
    LiveTable table = new LiveTable(List.of("title"), VIEWS, progress, window::get, screen.out);
    table.refresh();
    window.set(new Terminal(50, 30, false));
    table.refresh();
    assertThat(screen.printed()).containsOnlyOnce("\u001b[H\u001b[2J").doesNotContain("A\r");

    table.refresh();
    assertThat(screen.printed()).containsOnlyOnce("\u001b[H\u001b[2J").contains("A\r");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10, 24})
  void itFitsATerminalOfFewLines(int rows) {
    LiveTable table = table(new Terminal(100, rows, false));
    progress.entered("shard", Screens.commit(Screens.TIME, COUNTS));
    progress.announced(List.of(Screens.result("a", 0), Screens.result("b", 0)));

    table.refresh();

    assertThat(screen.shown().lines()).hasSizeLessThan(rows).first().isEqualTo("title");
  }

  @Test
  void recordsThatAreLateForAViewAreCountedBesideIt() {
    LiveTable table = table(new Terminal(100, 30, false));
    progress.entered(
        "shard",
        Screens.commit(Screens.TIME, new Counts(9, 8, 0, 0, 1, Map.of(), Map.of("pages", 1_234L))));

    table.refresh();

    assertThat(screen.shown().lines()).contains("  open          pages: 1 window, late 1,234");
  }

  @Test
  void eachLineOfAWarningIsWrittenOverWhatWasThere() {
    LiveTable table = table(new Terminal(100, 30, false));
    progress.warned("one\ntwo");

    table.refresh();

    assertThat(screen.printed()).startsWith("one\u001b[K\ntwo\u001b[K\n");
  }

  @Test
  void noRecordCommandsTheTerminal() {
    String bad = "\u001b]0;x\u0007\u202e\u009b2J";
    LiveTable table =
        new LiveTable(
            List.of(bad), VIEWS, progress, () -> new Terminal(200, 30, false), screen.out);
    progress.entered(
        "shard",
        Screens.commit(Screens.TIME, new Counts(1, 0, 0, 1, 0, Map.of(bad, 1L), Map.of())));
    progress.announced(List.of(Screens.result(bad, 0)));
    progress.warned(bad);

    table.refresh();

    assertThat(screen.shown())
        .doesNotContain("\u001b", "\u0007", "\u202e", "\u009b")
        .contains("\\u001b]0;x\\u0007\\u202e\\u009b2J");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80})
  void noLineIsWiderThanTheTerminal(int columns) {
    LiveTable table = table(new Terminal(columns, 30, false));
    progress.announced(List.of(Screens.result("x".repeat(500), 0)));
    progress.announced(List.of(Screens.result("地震".repeat(50), 0)));

    table.refresh();

    assertThat(screen.shown().lines())
        .allSatisfy(line -> assertThat(Columns.of(line)).isLessThan(columns));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 110, 200})
  void aLongGroupLeavesRoomForTheValues(int columns) {
    LiveTable table = table(new Terminal(columns, 30, false));
    progress.announced(List.of(Screens.result("x".repeat(500), 0), Screens.result("a", 0)));

    table.refresh();

    assertThat(screen.shown().lines().filter(line -> line.contains("page=")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).endsWith("  clicks=3"))
        .extracting(String::length)
        .containsOnly(2 + 7 + 27 + columns / 4 + 2 + 8);
  }

  @Test
  void itFitsATerminalOf24LinesHoweverManyResultsThereAre() {
    LiveTable table = table(new Terminal(100, 24, false));
    progress.entered("shard", Screens.commit(Screens.TIME, COUNTS));
    List.of(Fault.values()).forEach(progress::struck);
    IntStream.range(0, 50).forEach(i -> progress.announced(List.of(Screens.result("p" + i, 0))));

    table.refresh();

    assertThat(screen.shown().lines()).hasSizeLessThan(24);
  }

  @Test
  void whatChaosHasDoneIsCounted() {
    LiveTable table = table(new Terminal(100, 30, false));
    List.of(Fault.values()).forEach(progress::struck);
    progress.struck(Fault.KILL);

    table.refresh();

    assertThat(screen.shown().lines())
        .containsSequence(
            "  chaos         kills 2, throttles 1, lost answers 1, repeats 1",
            "  chaos         twins 1, delays 1, splits 1, merges 1");
  }

  @Test
  void withoutStylesThereAreNone() {
    table(new Terminal(100, 30, false)).refresh();

    assertThat(screen.printed()).doesNotContain("\u001b[1m");
  }

  private LiveTable table(Terminal terminal) {
    return new LiveTable(List.of("title"), VIEWS, progress, () -> terminal, screen.out);
  }
}
