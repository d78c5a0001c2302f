package io.windrow.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Frontier;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SettlingTest {
  private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

  @Test
  void anErrorIsSaidAndTheNextStepGoesOn() throws Exception {
    try (Settling settling = settling(new StackOverflowError("deep"))) {
      settling.start();
      settling.hint();

      assertThat(warnings.poll(30, TimeUnit.SECONDS))
          .isEqualTo("Settling failed and is tried again: java.lang.StackOverflowError: deep");
      assertThat(calls.poll(30, TimeUnit.SECONDS)).isNotNull();
      assertThat(calls.poll(30, TimeUnit.SECONDS)).isNotNull();
      settling.requireUnbroken();
    }
  }

  @Test
  void whatAPersonMustPutRightEndsIt() throws Exception {
    Settling settling = settling(new RunException("The disk is full."));
    try (settling) {
      settling.start();
      settling.hint();
      assertThat(calls.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    assertThatExceptionOfType(RunException.class)
        .isThrownBy(settling::requireUnbroken)
        .withMessage("The disk is full.");
    assertThat(calls).isEmpty();
  }

  @Test
  void windowsThatCanNotBeClosedEndTheRunWithTheReason() {
    try (Settling settling = settling(new IllegalStateException("a gap"))) {
      assertThatThrownBy(settling::end)
          .isInstanceOf(RunException.class)
          .hasMessageContaining("settling failed 20 times in a row")
          .hasMessageEndingWith("a gap.");
    }
  }

  private Settling settling(Throwable fault) {
    LambdaFunction function =
        (requestId, payload) -> {
          calls.add(requestId);
          if (fault instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) fault;
        };
    Plan plan = Clicks.plan();
    Settler settler =
        new Settler(
            new MemoryState().ports(new MemoryStream()),
            Pipeline.windows(plan),
            Pipeline.origin(plan),
            RunBounds.STANDARD);
    return new Settling(function, settler, () -> Frontier.NEW, warnings::add);
  }
}
