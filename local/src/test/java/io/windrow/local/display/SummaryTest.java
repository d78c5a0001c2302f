package io.windrow.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Counts;
import io.windrow.local.chaos.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static final Pattern PRINTED = Pattern.compile("chaos 7: [^`.\n]*");

  @Test
  void lateRecordsAreCountedByViewToo() {
    assertThat(
            Summary.of(
                new Counts(4, 2, 0, 1, 1, Map.of("a.b", 1L), Map.of("v", 1L, "w", 2L)), 0, 5))
        .isEqualTo(
            """
            received 4 = accepted 2 + filtered 0 + rejected 1 + late 1; redelivered 0; results 5
            rejected: a.b 1
            late by view: v 1, w 2""");
  }

  /** Their numbers differ from run to run. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide/local.md"})
  void theDocumentsShowTheLineOfChaosAsItIsPrinted(String document) throws IOException {
    Map<Fault, Long> faults =
        Arrays.stream(Fault.values()).collect(Collectors.toMap(Function.identity(), fault -> 1L));

    assertThat(PRINTED.matcher(Files.readString(Path.of("..", document))).results())
        .extracting(MatchResult::group)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.replaceAll("[0-9]+(?=,|$)", "1"))
                    .isEqualTo("chaos 7: " + Summary.faults(new EnumMap<>(faults))));
  }
}
