package io.windrow.infrastructure.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.infrastructure.NeedsNode;
import io.windrow.infrastructure.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@NeedsNode
class RunbookTest {
  private static final Path RUNBOOK = Path.of("..", "docs", "runbook.md");

  @Test
  void everySectionThatAnAlarmNamesIsThereAndSaysThreeThings() throws IOException {
    String runbook = Files.readString(RUNBOOK);
    for (RunbookSection section : RunbookSection.values()) {
      String text = section(runbook, section.anchor());
      assertThat(text)
          .as(section.anchor())
          .contains("**What it means.**")
          .contains("**How to look.**")
          .contains("**What to do.**");
    }
  }

  @Test
  void theRunbookHasNoSectionThatNoAlarmNames() throws IOException {
    List<String> anchors =
        Arrays.stream(RunbookSection.values()).map(RunbookSection::anchor).toList();
    assertThat(headings(Files.readString(RUNBOOK))).containsExactlyInAnyOrderElementsOf(anchors);
  }

  @Test
  void everyAlarmsDescriptionEndsWithTheAddressOfItsSection() {
    List<String> anchors =
        Arrays.stream(RunbookSection.values()).map(RunbookSection::anchor).toList();
    List<String> descriptions =
        Stacks.ofSample("earthquakes").runJson().findValuesAsText("AlarmDescription");
    assertThat(descriptions)
        .isNotEmpty()
        .allSatisfy(
            description ->
                assertThat(anchors)
                    .contains(description.substring(description.indexOf("docs/runbook.md#") + 16)));
  }

  @Test
  void anAlarmSaysWhatToDoFirstToThoseWhoHaveNoRunbook() {
    assertThat(Stacks.ofSample("earthquakes").runJson().findValuesAsText("AlarmDescription"))
        .contains(
            "Pipeline earthquakes. The mapping has given up records and kept them nowhere. They are"
                + " in no count. First, find the batch in the quarantine bucket, under aws/lambda/,"
                + " and what made retries or age finite. What to do:"
                + " docs/runbook.md#dropped-records");
  }

  private static List<String> headings(String runbook) {
    return runbook
        .lines()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
        .toList();
  }

  private static String section(String runbook, String anchor) {
    return Arrays.stream(runbook.split("\n## ", -1))
        .filter(
            part ->
                part.lines()
                    .findFirst()
                    .orElse("")
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '-')
                    .equals(anchor))
        .findFirst()
        .orElseThrow(() -> new AssertionError("docs/runbook.md has no section " + anchor));
  }
}
