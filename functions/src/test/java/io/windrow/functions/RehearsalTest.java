package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.definition.Definition;
import io.windrow.definition.Plan;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.simulation.memory.MemoryFrontiers;
import io.windrow.simulation.memory.MemoryLedger;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryResults;
import io.windrow.simulation.memory.MemoryRuns;
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
    MemoryLedger ledger = new MemoryLedger();
    MemoryFrontiers frontiers = new MemoryFrontiers();
    Ports ports =
        new Ports(
            ledger,
            frontiers,
            new MemoryRuns(),
            new MemoryResults(),
            new MemoryQuarantine(),
            new MemoryStream());
    Steps counting =
        new Steps(
            record -> {
              judged.incrementAndGet();
              return pipeline.steps().validation().apply(record);
            },
            pipeline.steps().enrichment(),
            pipeline.steps().views(),
            null);

    new Rehearsal(plan, new Pipeline("clicks", counting, pipeline.origin()), ports)
        .beforeCheckpoint(Core.getGlobalContext());

    assertThat(judged).hasValue(100_000);
    assertThat(ledger.head("rehearsal")).isEmpty();
    assertThat(frontiers.read().members()).isEmpty();
  }
}
