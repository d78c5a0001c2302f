package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.records;
import static io.windrow.local.mapping.Fixtures.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.mapping.Outcome.Failed;
import io.windrow.local.mapping.Outcome.FailedFrom;
import io.windrow.local.mapping.Outcome.Succeeded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"batchItemFailures\":null}",
        "{\"batchItemFailures\":[]}",
        "{\"somethingElse\":1}"
      })
  void aResponseWithoutItemsIsASuccess(String response) {
    assertThat(read(response)).isEqualTo(new Succeeded());
  }

  @Test
  void theReportedRecordIsWhereTheRetryBegins() {
    assertThat(read(reporting(3))).isEqualTo(new FailedFrom(3));
  }

  @Test
  void ofSeveralReportsTheLowestSequenceNumberCounts() {
    assertThat(read(reporting(4, 1, 3))).isEqualTo(new FailedFrom(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifer\":\"49590000001000\"}]}",
        "{\"batchItemFailures\":[{}]}",
        "{\"batchItemFailures\":[null]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"123\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"49590000001002\"},{\"itemIdentifier\":\"\"}]}"
      })
  void anItemThatNamesNoRecordOfTheBatchFailsAllOfIt(String response) {
    assertThat(read(response)).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "done", "\"done\"", "7", "{\"batchItemFailures\":\"none\"}"})
  void aResponseOfAnotherShapeFailsTheBatch(String response) {
    assertThat(read(response)).isInstanceOf(Failed.class);
  }

  private static Outcome read(String response) {
    return new BatchResponse().read(response.getBytes(StandardCharsets.UTF_8), records(0, 5));
  }

  private static String reporting(int... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> "{\"itemIdentifier\":\"" + sequence(number) + "\"}")
        .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
  }
}
