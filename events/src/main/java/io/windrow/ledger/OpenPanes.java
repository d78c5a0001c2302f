package io.windrow.ledger;

import io.windrow.ledger.ChainReader.Progress;
import io.windrow.view.Delta;
import io.windrow.view.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deltas of all chains for the panes that are not closed, read once and kept warm. It is a
 * function of the entries read, whichever closer reads them, and in whatever order.
 */
final class OpenPanes {
  private final ChainReader reader;
  private final Frontiers frontiers;
  private final List<View> views;
  private Deltas deltas;
  private Map<String, Progress> progress = new HashMap<>();

  OpenPanes(ChainReader reader, Frontiers frontiers, List<View> views) {
    this.reader = reader;
    this.frontiers = frontiers;
    this.views = List.copyOf(views);
    this.deltas = new Deltas(views);
  }

  /**
   * Reads on to the head of each chain, or until the deadline is near: then the next call goes on.
   *
   * <p>Others may close further meanwhile. Then runs no longer hold what has closed since, and what
   * was retired may have vanished. So what was read, or a gap that was met, says something only if
   * {@code closed} still stands. A gap past what was read in an earlier call says nothing yet: it
   * reads anew, and a gap is an error to a call that has begun at the beginning.
   *
   * @return whether all was read that windows need which {@code closed} leaves open
   * @throws LedgerException if a chain has a gap
   */
  boolean read(Frontier frontier, Deadline deadline) {
    while (true) {
      boolean isNew = progress.isEmpty();
      try {
        return readOn(frontier, deadline) && stands(frontier);
      } catch (LedgerException e) {
        if (!stands(frontier)) {
          return false;
        }
        if (isNew) {
          throw e;
        }
      }
    }
  }

  /** Whether nobody has closed further. */
  private boolean stands(Frontier frontier) {
    return frontiers.read().closed() == frontier.closed();
  }

  private boolean readOn(Frontier frontier, Deadline deadline) {
    for (String shard : frontier.members()) {
      if (!readOn(shard, frontier.closed(), deadline)) {
        return false;
      }
    }
    deltas.dropClosed(frontier.closed());
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
        forget();
      }
    }
  }

  /** Reads all anew from now on. */
  void forget() {
    deltas = new Deltas(views);
    progress = new HashMap<>();
  }

  Collection<Delta> deltas() {
    return deltas.all();
  }

  /**
   * What open windows may still need of a chain up to an entry.
   *
   * @param closed the watermark up to which windows are closed
   */
  OpenRows of(String shard, long lastIndex, long closed) {
    Progress reached = progress.get(shard);
    return new OpenRows(closed, reached != null && reached.isPast(lastIndex) ? deltas : null);
  }
}
