package io.windrow.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.view.Result;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainLinesTest {
  private final Screens screen = new Screens();
  private final RunProgress progress = new RunProgress(result -> {}, kept -> {});
  private final PlainLines lines = new PlainLines(List.of("title"), progress, screen.out);

  @Test
  void eachResultIsALine() {
    progress.announced(List.of(Screens.result("a", 0), Screens.result("b c", 0)));

    lines.refresh();

    assertThat(screen.printed().lines())
        .containsExactly(
            "title",
            "pages  2024-01-01 00:00:00 to 00:01:00  page=a  clicks=3",
            "pages  2024-01-01 00:00:00 to 00:01:00  page=\"b c\"  clicks=3");
  }

  @Test
  void aResultToldAgainIsNotShownAgain() {
    progress.announced(List.of(Screens.result("a", 0)));
    lines.refresh();
    progress.announced(List.of(Screens.result("a", 0)));
    lines.finish();

    assertThat(screen.printed().lines()).hasSize(2);
  }

  @Test
  void aFloodOfResultsIsAFewLinesAndTheirNumber() {
    List<Result> many =
        IntStream.range(0, 5_000).mapToObj(i -> Screens.result("p" + i, 0)).toList();
    progress.announced(many);

    lines.finish();

    assertThat(screen.printed().lines())
        .hasSizeLessThan(30)
        .last()
        .isEqualTo("... and 4,980 more results");
  }

  @Test
  void warningsAreShownAndNoControlCharacters() {
    progress.warned("settling failed");
    progress.announced(List.of(Screens.result("\u001b[2J", 0)));

    lines.refresh();

    assertThat(screen.printed())
        .contains("settling failed\n")
        .doesNotContain("\u001b")
        .contains("\\u001b[2J");
  }
}
