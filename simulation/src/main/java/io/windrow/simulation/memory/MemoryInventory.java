package io.windrow.simulation.memory;

import io.windrow.ledger.Inventory;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a ledger and runs in memory hold without a time to live, in the order of their names. */
public final class MemoryInventory implements Inventory {
  private static final int PAGE = 20;

  private final MemoryLedger ledger;
  private final MemoryRuns runs;
  private Pass pass = Pass.NONE;

  public MemoryInventory(MemoryLedger ledger, MemoryRuns runs) {
    this.ledger = ledger;
    this.runs = runs;
  }

  @Override
  public synchronized Pass pass() {
    return pass;
  }

  @Override
  public synchronized void note(Pass further) {
    pass = further;
  }

  @Override
  public Page page(String after) {
    NavigableMap<String, Item> rest = untimed().tailMap(after, false);
    List<Item> items = rest.values().stream().limit(PAGE).toList();
    return new Page(items, items.size() < rest.size() ? items.get(PAGE - 1).toString() : "");
  }

  private NavigableMap<String, Item> untimed() {
    NavigableMap<String, Item> untimed = new TreeMap<>();
    ledger.untimedPayloads().forEach(item -> untimed.put(item.toString(), item));
    runs.untimed().forEach(item -> untimed.put(item.toString(), item));
    return untimed;
  }

  @Override
  public void expire(Item item, long at) {
    if (item instanceof Item.PayloadPart part) {
      ledger.expire(part, at);
    } else if (item instanceof Item.OfRun ofRun) {
      runs.expire(ofRun, at);
    }
  }
}
