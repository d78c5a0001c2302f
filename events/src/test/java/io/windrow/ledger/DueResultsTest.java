package io.windrow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.ledger.DueResults.Due;
import io.windrow.record.Position;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import io.windrow.window.Watermark;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A year of windows may be due at once. Where each step looked at all of them, it took hours. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class DueResultsTest {
  private static final int EVENTS = 50_000;
  private static final long APART = 100_000;
  private static final Group GROUP = Group.of(List.of());

  private long looks;

  @Test
  void tumblingWindowsThatAreDueAtOnceTakeStepsAsTheyAreMany() {
    assertThat(due(delta(WindowPolicy.tumbling(1_000, 0)))).hasSize(EVENTS);
    assertThat(looks).isLessThan(5L * EVENTS);
  }

  @Test
  void hoppingWindowsThatAreDueAtOnceTakeStepsAsTheyAreMany() {
    assertThat(due(delta(new PanePolicy(2_000, 1_000, 5_000)))).hasSize(2 * EVENTS);
    assertThat(looks).isLessThan(10L * EVENTS);
  }

  @Test
  void sessionsThatAreDueAtOnceTakeStepsAsTheyAreMany() {
    assertThat(due(delta(new SessionPolicy(30_000, 0, 86_400_000)))).hasSize(EVENTS);
    assertThat(looks).isLessThan(10L * EVENTS);
  }

  /** Those of each view come in steps as short as those of the densest. */
  @Test
  void soDoAllOfThemSideBySideInTheOrderInWhichTheyClose() {
    List<Due> due =
        due(
            delta(WindowPolicy.tumbling(1_000, 0)),
            delta(new PanePolicy(2_000, 1_000, 5_000)),
            delta(new SessionPolicy(30_000, 0, 86_400_000)),
            delta(WindowPolicy.tumbling(86_400_000, 0)));

    int days = (int) (EVENTS * APART / 86_400_000) + 1;
    assertThat(due).hasSize(4 * EVENTS + days);
    assertThat(due.stream().map(Due::at).toList()).isSorted();
    assertThat(looks).isLessThan(30L * EVENTS);
  }

  /** Each call of a closing that takes many goes on where the one before has come to. */
  @Test
  void whoGoesOnFromACheckpointFindsTheRest() {
    Delta delta = delta(WindowPolicy.tumbling(1_000, 0));
    List<Due> all = due(delta);

    Checkpoint reached = all.get(EVENTS - 10).at();
    DueResults rest = new DueResults(List.of(delta), frontier(), reached);

    assertThat(rest.next(EVENTS).stream().map(Due::at).map(Checkpoint::closesAt))
        .containsExactlyElementsOf(
            all.subList(EVENTS - 9, EVENTS).stream().map(each -> each.at().closesAt()).toList());
  }

  private List<Due> due(Delta... deltas) {
    looks = 0;
    DueResults results =
        new DueResults(List.of(deltas), frontier(), Checkpoint.none(Watermark.END));
    List<Due> due = new ArrayList<>();
    for (List<Due> next = results.next(500); !next.isEmpty(); next = results.next(500)) {
      due.addAll(next);
    }
    return due;
  }

  private static Frontier frontier() {
    return new Frontier(Set.of("A"), Watermark.END, Watermark.NONE);
  }

  /** An event every {@link #APART}. */
  private Delta delta(WindowPolicy window) {
    View view =
        new View(
            window.toString(),
            "1",
            List.of(),
            window,
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    Delta delta = new Delta(view);
    for (int event = 0; event < EVENTS; event++) {
      long time = event * APART;
      Row row = Row.empty(view);
      row.accumulate(List.of(List.of()), time, new Position("A", Integer.toString(event), 0));
      Map<Group, Row> rows = new CountedRows();
      rows.put(GROUP, row);
      long pane = window.pane(time);
      delta.put(new Slot(pane, window.firstOpenWindow(pane, Watermark.NONE)), rows);
    }
    return delta;
  }

  /** The rows of a slot, which count how often they are looked at. */
  private final class CountedRows extends HashMap<Group, Row> {
    private static final long serialVersionUID = 1;

    CountedRows() {
      super(2);
    }

    @Override
    public Set<Group> keySet() {
      looks++;
      return super.keySet();
    }

    @Override
    public @Nullable Row get(Object group) {
      looks++;
      return super.get(group);
    }

    @Override
    public void forEach(BiConsumer<? super Group, ? super Row> action) {
      looks++;
      super.forEach(action);
    }
  }
}
