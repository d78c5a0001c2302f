package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Inventory;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.RunId;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.oracle.Violation;
import java.util.List;

/**
 * What a pipeline keeps for good when every window is closed: of each chain its beginning, its end
 * if it has one, and else the entries of the run that the head is going to be in, or is the last
 * of.
 */
final class Remains {
  private final MemoryState state;
  private final int fan;

  private Remains(MemoryState state, int fan) {
    this.state = state;
    this.fan = fan;
  }

  /** Sees that nothing else lacks a time to live. */
  static void verify(MemoryState state, int fan) {
    Remains remains = new Remains(state, fan);
    state.ledger().shards().forEach(remains::verifyChain);
    String mark = "";
    do {
      Inventory.Page page = state.inventory().page(mark);
      page.items().forEach(remains::verify);
      mark = page.mark();
    } while (!mark.isEmpty());
    if (!state.markers().isEmpty()) {
      throw new Violation("a marker never vanishes");
    }
  }

  private void verifyChain(String shard) {
    verifyHead(shard);
    long first = firstOfUnretired(shard, fan);
    for (Entry entry : state.ledger().untimed(shard)) {
      if (entry.index() < first) {
        throw new Violation("entry " + entry.index() + " of " + shard + " never vanishes");
      }
    }
  }

  private void verifyHead(String shard) {
    List<Entry> history = state.ledger().history(shard);
    long last = history.get(history.size() - 1).index();
    if (state.ledger().entry(shard, last).isEmpty()) {
      throw new Violation("entry " + last + " of " + shard + " was its head, and has vanished");
    }
  }

  /** The index from which on the chain has no time to live in runs of a size. */
  private long firstOfUnretired(String shard, long size) {
    Entry head = state.ledger().head(shard).orElseThrow();
    return head instanceof Entry.End ? head.index() + 1 : head.index() / size * size;
  }

  private void verify(Item item) {
    if (item instanceof Item.PayloadPart part ? !isNamed(part) : !isOfHead((Item.OfRun) item)) {
      throw new Violation(item + " never vanishes");
    }
  }

  private boolean isNamed(Item.PayloadPart part) {
    return state.ledger().untimed(part.key().shard()).stream()
        .anyMatch(commit -> commit.token().equals(part.key().token()));
  }

  private boolean isOfHead(Item.OfRun item) {
    RunId run = item.run();
    long size = (long) Math.pow(fan, run.level());
    return run.number() * size >= firstOfUnretired(run.shard(), size);
  }
}
