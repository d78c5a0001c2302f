package io.windrow.ledger;

import io.windrow.ledger.ChainReader.Progress;
import io.windrow.view.Delta;
import io.windrow.view.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The deltas of all chains for the panes that are not closed, read once and kept warm. It is a
 * function of the entries read, whichever closer reads them, and in whatever order.
 */
final class OpenPanes {
  private final ChainReader reader;
  private final List<View> views;
  private Deltas deltas;
  private Map<String, Progress> progress = new HashMap<>();

  OpenPanes(ChainReader reader, List<View> views) {
    this.reader = reader;
    this.views = List.copyOf(views);
    this.deltas = new Deltas(views);
  }

  /**
   * Reads on to the head of each chain, or until the deadline is near: then the next call goes on.
   * What comes after that which was read long ago may have been retired since and have vanished.
   * Then it reads anew, as one does who has not read at all, and to whom a gap is an error.
   *
   * @return whether it came to every head
   */
  boolean read(Set<String> shards, long closed, Deadline deadline) {
    boolean isNew = progress.isEmpty();
    try {
      return readOn(shards, closed, deadline);
    } catch (LedgerException e) {
      if (isNew) {
        throw e;
      }
      return readOn(shards, closed, deadline);
    }
  }

  private boolean readOn(Set<String> shards, long closed, Deadline deadline) {
    for (String shard : shards) {
      if (!readOn(shard, closed, deadline)) {
        return false;
      }
    }
    deltas.dropClosed(closed);
    return true;
  }

  /** What failed half way through an entry is not kept. */
  private boolean readOn(String shard, long closed, Deadline deadline) {
    Progress reached = progress.computeIfAbsent(shard, Progress::new);
    boolean failed = true;
    try {
      boolean whole = reader.readOn(reached, closed, deadline, deltas);
      failed = false;
      return whole;
    } finally {
      if (failed) {
        deltas = new Deltas(views);
        progress = new HashMap<>();
      }
    }
  }

  Collection<Delta> deltas() {
    return deltas.all();
  }
}
