package io.windrow.ledger;

import java.util.List;
import java.util.function.Consumer;

/** Some entries of a chain that follow on each other. */
record EntryRange(Ledger ledger, String shard) {

  /**
   * Reads the entries from an index up to another, both included.
   *
   * @throws LedgerException if one is missing
   */
  void read(long first, long last, Consumer<Entry> each) {
    long next = first;
    while (next <= last) {
      List<Entry> entries = ledger.read(shard, next);
      ChainReader.requireNoGap(shard, next, entries.isEmpty() ? -1 : entries.get(0).index());
      for (Entry entry : entries) {
        ChainReader.requireNoGap(shard, next, entry.index());
        if (next <= last) {
          each.accept(entry);
        }
        next++;
      }
    }
  }
}
