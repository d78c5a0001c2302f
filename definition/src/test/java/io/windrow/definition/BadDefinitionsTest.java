package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Runs the table of bad definitions, {@code bad-definitions.txt}. */
class BadDefinitionsTest {
  private static final String SCHEMA_MARK = "seen by the schema";

  static final List<Bad> ALL = read();
  static final List<Bad> SEEN_BY_THE_SCHEMA = ALL.stream().filter(Bad::isSeenByTheSchema).toList();

  @ParameterizedTest
  @FieldSource("ALL")
  void everyProblemIsFoundWithItsPlace(Bad bad) {
    DefinitionException wrong =
        catchThrowableOfType(DefinitionException.class, () -> AdClicks.read(bad.yaml()));

    assertThat(wrong).isNotNull();
    assertThat(wrong.problems()).extracting(Problem::toString).isEqualTo(bad.problems());
  }

  @Test
  void listsThatNestTooDeepAreAProblemAndNotACrash() {
    DefinitionException wrong =
        catchThrowableOfType(
            DefinitionException.class, () -> AdClicks.read("name: " + "[".repeat(100_000)));

    assertThat(wrong).hasMessageContaining("too deep to be read");
  }

  /** One case of the table. */
  record Bad(String taken, String put, List<String> problems, boolean isSeenByTheSchema) {

    static Bad of(String block) {
      return new Bad(
          lines(block, "- "),
          lines(block, "+ "),
          block
              .lines()
              .filter(line -> line.startsWith("! "))
              .map(line -> line.substring(2))
              .toList(),
          block.lines().anyMatch(SCHEMA_MARK::equals));
    }

    private static String lines(String block, String mark) {
      return block
          .lines()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(mark.length()))
          .collect(Collectors.joining("\n"));
    }

    String yaml() {
      if (taken.isEmpty()) {
        return put;
      }
      int at = AdClicks.YAML.indexOf(taken);
      assertThat(at).as("where the definition has '%s'", taken).isNotNegative();
      return AdClicks.YAML.substring(0, at) + put + AdClicks.YAML.substring(at + taken.length());
    }

    @Override
    public String toString() {
      return taken + " -> " + put;
    }
  }

  private static List<Bad> read() {
    try (InputStream in = BadDefinitionsTest.class.getResourceAsStream("bad-definitions.txt")) {
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(table.split("\n\n"))
          .filter(block -> !block.startsWith("#"))
          .map(Bad::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
