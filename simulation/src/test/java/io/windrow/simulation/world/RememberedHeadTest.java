package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.RunBounds;
import io.windrow.record.Batch;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long an environment goes by the head that it remembers. */
class RememberedHeadTest {
  private static final long MINUTE = 60_000;

  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);
  private final HeadReads ledger = new HeadReads(pipeline.ports().ledger());
  private final Committer committer = pipeline.committer(pipeline.ports().with(ledger));
  private final Batch batch = pipeline.batch("A", 1);

  @Test
  void withinAQuarterOfAnHourABatchCostsNoRead() {
    commitAt(0);
    commitAt(15 * MINUTE);

    assertThat(ledger.reads).isEqualTo(1);
  }

  /** By then entries past it may have their time to live. */
  @Test
  void itIsReadAgainThoughOnlyRedeliveredRecordsCameMeanwhile() {
    commitAt(0);
    commitAt(10 * MINUTE);
    commitAt(20 * MINUTE);

    assertThat(ledger.reads).isEqualTo(2);
  }

  private void commitAt(long now) {
    committer.commit(batch, "token-" + now, now);
  }

  private static final class HeadReads extends ForwardingLedger {
    private int reads;

    HeadReads(Ledger real) {
      super(real);
    }

    @Override
    public Optional<Entry> head(String shard) {
      reads++;
      return real.head(shard);
    }
  }
}
