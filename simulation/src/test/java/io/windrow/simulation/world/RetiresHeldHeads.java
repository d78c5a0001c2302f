package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Ports;
import java.util.List;

/** Retires a run of closed windows though its last entry is the head. */
final class RetiresHeldHeads extends ForwardingRuns {
  private final Ports ports;
  private long at;

  private RetiresHeldHeads(Ports ports) {
    super(ports.runs());
    this.ports = ports;
  }

  static Ports in(Ports ports) {
    RetiresHeldHeads runs = new RetiresHeldHeads(ports);
    return ports.with(runs).with(runs.noting(ports.ledger()));
  }

  /** Notes when what is retired may vanish. */
  private Ledger noting(Ledger ledger) {
    return new ForwardingLedger(ledger) {
      @Override
      public void expire(String shard, long fromIndex, long toIndex, long when) {
        at = when;
        real.expire(shard, fromIndex, toIndex, when);
      }
    };
  }

  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    List<Manifest> found = real.manifests(shard, level, fromNumber);
    if (level == 1 && at > 0) {
      found.stream().filter(run -> isAllThatHoldsIt(shard, run)).forEach(run -> retire(shard, run));
    }
    return found;
  }

  private boolean isAllThatHoldsIt(String shard, Manifest run) {
    return ports.ledger().head(shard).orElse(null) instanceof Entry.Commit head
        && head.index() == run.lastIndex()
        && run.closesAt() <= ports.frontiers().read().closed()
        && run.lastIndex() < real.filed(shard).before();
  }

  private void retire(String shard, Manifest run) {
    long first = real.retired(shard).index();
    if (first <= run.lastIndex()) {
      ports.ledger().expire(shard, first, run.lastIndex(), at);
      real.retire(shard, run.lastIndex() + 1);
    }
  }
}
