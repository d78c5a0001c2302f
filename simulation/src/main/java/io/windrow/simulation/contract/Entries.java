package io.windrow.simulation.contract;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Payload;
import io.windrow.record.Position;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Entries to append, and chains as a reader sees them. */
final class Entries {
  static final String SHARD = "shardId-000000000000";

  private Entries() {}

  static Entry.Begin begin() {
    return new Entry.Begin("t0", 3, Watermark.NONE, List.of("p1", "p2"), "earliest");
  }

  static Entry.Commit commit(long index, String token) {
    return commit(index, token, new Payload.Inline(new byte[] {1, 2, 3}));
  }

  static Entry.Commit commit(long index, String token, Payload payload) {
    return new Entry.Commit(
        index,
        token,
        3,
        new Position(SHARD, "11", 5),
        true,
        1_500_000_000_123L,
        true,
        new Counts(7, 3, 1, 2, 1, Map.of("json.malformed", 2L), Map.of("per-ad", 4L)),
        List.of("ads=v1"),
        payload);
  }

  static Entry.Commit raise(long index) {
    return new Entry.Commit(
        index,
        "t" + index,
        3,
        null,
        false,
        Watermark.END,
        false,
        Counts.NONE,
        List.of(),
        new Payload.Inline(new byte[0]));
  }

  static Entry.End end(long index) {
    Position position = new Position(SHARD, "12", 5, 2);
    return new Entry.End(index, "t" + index, 3, position, 1_000, List.of("c1", "c2"), false);
  }

  /** The pages in which a chain is read from an index on. */
  static List<List<Entry>> pages(Ledger ledger, long fromIndex) {
    List<List<Entry>> pages = new ArrayList<>();
    List<Entry> page = ledger.read(SHARD, fromIndex);
    while (!page.isEmpty()) {
      pages.add(page);
      page = ledger.read(SHARD, page.get(page.size() - 1).index() + 1);
    }
    return pages;
  }

  static List<Long> indexes(Ledger ledger) {
    return pages(ledger, 0).stream().flatMap(List::stream).map(Entry::index).toList();
  }
}
