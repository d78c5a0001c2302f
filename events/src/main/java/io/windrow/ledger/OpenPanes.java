package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.View;
import io.windrow.window.Watermark;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The deltas of all chains for the panes that are not closed, read once and kept warm. It is a
 * function of the entries read, whichever closer reads them, and in whatever order.
 */
final class OpenPanes {
  private final Ledger ledger;
  private final Payloads payloads;
  private final List<View> views;
  private final Map<String, Delta> deltas = new LinkedHashMap<>();
  private final Map<String, Progress> progress = new HashMap<>();

  OpenPanes(Ledger ledger, List<View> views) {
    this.ledger = ledger;
    this.payloads = new Payloads(ledger);
    this.views = List.copyOf(views);
    views.forEach(view -> deltas.put(view.name(), new Delta(view)));
  }

  /** Reads on to the head of each chain. */
  void read(Set<String> shards) {
    shards.forEach(this::read);
  }

  private void read(String shard) {
    Progress reached = progress.computeIfAbsent(shard, s -> new Progress());
    List<Entry> entries = ledger.read(shard, reached.next);
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        requireNoGap(shard, reached.next, entry);
        if (entry instanceof Entry.Commit commit && commit.counts().accepted() > 0) {
          add(Content.decode(payloads.get(shard, commit), views), reached);
        }
        reached.ended = entry instanceof Entry.End;
        reached.next = entry.index() + 1;
      }
      entries = ledger.read(shard, reached.next);
    }
  }

  private static void requireNoGap(String shard, long expected, Entry found) {
    if (found.index() != expected) {
      throw new LedgerException(
          "the chain of shard %s has a gap: entry %d follows %d"
              .formatted(shard, found.index(), expected - 1));
    }
  }

  private void add(Content content, Progress reached) {
    for (Delta delta : content.deltas()) {
      Delta known = deltas.get(delta.view().name());
      if (known != null) {
        known.combine(delta);
        long lastPane = delta.slots().lastKey().pane();
        var window = delta.view().window();
        long closesAt = window.closesAt(window.lastWindow(lastPane));
        reached.lastClosesAt = Math.max(reached.lastClosesAt, closesAt);
      }
    }
  }

  /** Forgets what no window past this watermark needs. */
  void dropClosed(long closed) {
    deltas.values().forEach(delta -> delta.dropClosed(closed));
  }

  Collection<Delta> deltas() {
    return deltas.values();
  }

  /** Whether the chain was read to its end and every window that it touches is closed. */
  boolean isSpent(String shard, long closed) {
    Progress reached = progress.get(shard);
    return reached != null && reached.ended && reached.lastClosesAt <= closed;
  }

  private static final class Progress {
    private long next;
    private boolean ended;
    private long lastClosesAt = Watermark.NONE;
  }
}
