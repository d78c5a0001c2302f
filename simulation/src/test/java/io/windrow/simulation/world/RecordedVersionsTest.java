package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Event;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decides verdicts beside the records themselves stands in the ledger. */
class RecordedVersionsTest {
  private final MemoryStream stream = new MemoryStream();
  private final MemoryState state = new MemoryState();

  @Test
  void aCommitNamesTheVersionsOfTheReferenceDataItWasMadeWith() {
    commit();

    assertThat(state.ledger().head("A"))
        .get()
        .isInstanceOfSatisfying(
            Entry.Commit.class, commit -> assertThat(commit.reference()).containsExactly("ads=42"));
  }

  @Test
  void aChainNamesWhereReadingStarts() {
    commit();

    assertThat(state.ledger().entry("A", 0))
        .get()
        .isInstanceOfSatisfying(
            Entry.Begin.class, begin -> assertThat(begin.start()).isEqualTo("earliest"));
  }

  private void commit() {
    stream.open("A", List.of());
    Ports ports = state.ports(stream);
    Steps steps = new Steps(new SmallEvents(), new Ads(), List.of(), null);
    byte[] data = "1000 a 1".getBytes(StandardCharsets.UTF_8);
    StreamRecord record = new StreamRecord(new Position("A", "1", 0), "key", 2_000, data, false);
    new Committer(ports.chains(), steps, new Origin(1, "earliest"))
        .commit(new Batch("A", List.of(record)), "token", 0);
  }

  /** A table of which there is one version. */
  private static final class Ads implements Enrichment {
    @Override
    public List<Judgement> enrich(List<Event> events) {
      return events.stream().<Judgement>map(Judgement.Candidate::new).toList();
    }

    @Override
    public List<String> versions() {
      return List.of("ads=42");
    }
  }
}
