package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.definition.Definition;
import io.windrow.definition.Plan;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void everyRoundFoldsAllRecordsAndNothingIsWritten() {
    Definition definition = Clicks.definition();
    Plan plan = Plan.of(definition, 1);
    Pipeline pipeline =
        Pipeline.of(
            plan,
            lookup -> {
              throw new AssertionError();
            });
    AtomicInteger judged = new AtomicInteger();
    MemoryState state = new MemoryState();
    Ports ports = state.ports(new MemoryStream());
    Steps counting =
        new Steps(
            record -> {
              judged.incrementAndGet();
              return pipeline.steps().validation().apply(record);
            },
            pipeline.steps().enrichment(),
            pipeline.steps().windows());

    new Rehearsal(plan, new Pipeline("clicks", counting, pipeline.origin()), ports.chains())
        .beforeCheckpoint(Core.getGlobalContext());

    assertThat(judged).hasValue(100_000);
    assertThat(state.ledger().head("rehearsal")).isEmpty();
    assertThat(state.frontiers().read().members()).isEmpty();
  }
}
