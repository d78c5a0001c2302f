package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.RunBounds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A chain that is not as it must be stops whoever meets it: no result comes of it. */
class BrokenChainTest {
  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);
  private final Ledger ledger = pipeline.ports().ledger();

  @Test
  void aGapStopsTheCloser() {
    pipeline.commit("A", 1);
    pipeline.commit("A", 2);
    pipeline.commit("A", 50);

    assertStopped(
        new WithoutEntry(ledger, 2), "the chain of shard A has a gap: expected entry 2, found 3");
  }

  @Test
  void aPayloadThatIsMissingStopsTheCloser() {
    pipeline.commit("A", 1, 50);

    assertStopped(
        new WithoutPayloads(ledger), "part 0 of the payload of commit 1 of shard A is missing");
  }

  @Test
  void nobodyCommitsPastAnEnd() {
    pipeline.commit("A", 1);
    pipeline.stream().open("B", List.of("A"));
    pipeline.stream().close("A", List.of("B"));
    pipeline.settle();

    assertThatThrownBy(() -> pipeline.commit("A", 2))
        .isInstanceOf(LedgerException.class)
        .hasMessageStartingWith(
            "shard A has ended with entry 2 of its chain, and yet a record came")
        .hasMessageEndingWith("deploy the pipeline under another name");
  }

  private void assertStopped(Ledger broken, String message) {
    assertThatThrownBy(() -> pipeline.settle(pipeline.ports().with(broken)))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(message);
    assertThat(pipeline.state().results().byId()).isEmpty();
  }

  private static final class WithoutEntry extends ForwardingLedger {
    private final long index;

    WithoutEntry(Ledger real, long index) {
      super(real);
      this.index = index;
    }

    @Override
    public List<Entry> read(String shard, long fromIndex) {
      return real.read(shard, fromIndex).stream().filter(entry -> entry.index() != index).toList();
    }
  }

  private static final class WithoutPayloads extends ForwardingLedger {
    WithoutPayloads(Ledger real) {
      super(real);
    }

    @Override
    public Optional<byte[]> payload(PayloadKey key, int part) {
      return Optional.empty();
    }
  }
}
