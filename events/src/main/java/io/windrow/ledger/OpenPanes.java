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

  /** Reads on to the head of each chain. What could not be read whole is not kept. */
  void read(Set<String> shards, long closed) {
    boolean complete = false;
    try {
      for (String shard : shards) {
        reader.readOn(shard, progress.computeIfAbsent(shard, s -> new Progress()), closed, deltas);
      }
      complete = true;
    } finally {
      if (!complete) {
        deltas = new Deltas(views);
        progress = new HashMap<>();
      }
    }
    deltas.dropClosed(closed);
  }

  Collection<Delta> deltas() {
    return deltas.all();
  }
}
