package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionEnvironmentTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "WINDROW_STATE_TABLE", "state",
          "WINDROW_RESULTS_TABLE", "results",
          "WINDROW_STREAM", "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks",
          "WINDROW_QUARANTINE_BUCKET", "bucket");

  @Test
  void variablesSayWhereAPipelineLives() {
    assertThat(FunctionEnvironment.of(VARIABLES))
        .isEqualTo(
            new FunctionEnvironment(
                "state",
                "results",
                "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks",
                "bucket",
                ""));
  }

  @Test
  void itIsReadFromItsOwnVariables() {
    FunctionEnvironment environment =
        new FunctionEnvironment(
            "state", "results", "stream", "bucket", "2026-01-31T12:00:00Z", Duration.ofDays(90));

    assertThat(FunctionEnvironment.of(environment.variables())).isEqualTo(environment);
    assertThat(FunctionEnvironment.of(VARIABLES).variables()).isEqualTo(VARIABLES);
  }

  @Test
  void allThatIsMissingIsNamedInOneSentence() {
    assertThatIllegalStateException()
        .isThrownBy(() -> FunctionEnvironment.of(Map.of("WINDROW_STREAM", "s", "OTHER", "")))
        .withMessage(
            "the function has no environment variable WINDROW_STATE_TABLE, WINDROW_RESULTS_TABLE,"
                + " WINDROW_QUARANTINE_BUCKET; deploy it with Windrow's construct or template,"
                + " which set them");
  }
}
