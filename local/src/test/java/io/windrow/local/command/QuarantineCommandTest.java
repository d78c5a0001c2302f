package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory = Path.of("");

  @Test
  void ofADateOnlyItsRecordsAreCounted() throws Exception {
    Path filed = Files.createDirectory(directory.resolve("filed"));
    Files.writeString(
        filed.resolve("a.jsonl"), record("2026-01-01T23:59:59Z") + record("2026-01-02T00:00:00Z"));

    try (CommandProcess list =
        CommandProcess.start(
            directory, List.of("quarantine", filed.toString(), "--date", "2026-01-02"))) {
      assertThat(list.end()).as(list.err()).isZero();
      assertThat(list.out()).isEqualTo("2026-01-02  json.malformed  1\nrecords 1\n");
    }
  }

  private static String record(String arrival) {
    return "{\"reason\":\"json.malformed\",\"arrival\":\"" + arrival + "\"}\n";
  }

  @Test
  void belowTheirNumberStandTheExpressionsThatRejected() throws Exception {
    Path filed = Files.createDirectory(directory.resolve("filed"));
    String record = record("2026-01-01T00:00:00Z").replace("json.malformed", "view.v");
    Files.writeString(
        filed.resolve("a.jsonl"),
        record + detailed(record, "compute b: x: not whole") + detailed(record, "by a: y: a list"));

    try (CommandProcess list =
        CommandProcess.start(directory, List.of("quarantine", filed.toString()))) {
      assertThat(list.end()).as(list.err()).isZero();
      assertThat(list.out())
          .isEqualTo(
              """
              2026-01-01  view.v  3
                  by a: y: a list
                  compute b: x: not whole
              records 3
              """);
    }
  }

  private static String detailed(String record, String detail) {
    return record.replace("{", "{\"detail\":\"" + detail + "\",");
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertThat(execute("--date", "2026-1-1")).isEqualTo(2);
    assertThat(err.toString()).contains("--date", "'2026-1-1' is not a date such as 2026-01-31");
  }

  @Test
  void aDateThatTheCalendarLacksIsRefused() {
    assertThat(execute("--date", "2026-02-30")).isEqualTo(2);
    assertThat(err.toString()).contains("'2026-02-30' is not a date");
  }

  @Test
  void aDirectoryOfOtherFilesHoldsNoQuarantine() throws IOException {
    Path other = Files.createFile(directory.resolve("notes.txt"));

    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).startsWith(directory + " holds no quarantine").contains("" + other);
  }

  @Test
  void anEmptyDirectoryIsWhatARunWithoutRejectsLeaves() {
    assertThat(execute("--date", "2026-01-01")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFileOfOtherLinesIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("a.jsonl"), "{\"reason\":");

    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).startsWith(file + " has a line that is no JSON");
  }

  @Test
  void aRecordWithoutAReasonIsNone() throws IOException {
    Path file = Files.writeString(directory.resolve("a.jsonl"), "{\"arrival\":\"2026-01-01\"}");

    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).startsWith(file + " has a line without reason or arrival");
  }

  private int execute(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "quarantine";
    arguments[1] = directory.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Windrow.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
  }
}
