package io.windrow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small inputs as people who run such systems have reported them: a directory for each, with a
 * definition, its input, and the results, rejections and totals that are right.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/io/windrow/cases");
  private static final long ARRIVAL = Instant.parse("2026-01-31T12:00:00Z").toEpochMilli();

  @ParameterizedTest
  @MethodSource("cases")
  void whatComesOfTheInputIsWhatIsRight(String name) throws IOException {
    Path directory = CASES.resolve(name);

    List<String> told =
        CaseRun.of(directory)
            .run(Files.readAllLines(directory.resolve("input.jsonl")), line -> ARRIVAL);

    assertThat(told).isEqualTo(Files.readAllLines(directory.resolve("expected.txt")));
  }

  static List<String> cases() {
    try (Stream<Path> directories = Files.list(CASES)) {
      return directories.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
