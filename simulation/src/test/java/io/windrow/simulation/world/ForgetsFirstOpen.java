package io.windrow.simulation.world;

import io.windrow.ledger.Content;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Payload;
import io.windrow.view.Delta;
import io.windrow.view.Slot;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes deltas under their pane alone, as if every window of the pane were open. */
final class ForgetsFirstOpen extends ForwardingLedger {
  private final List<View> views;

  ForgetsFirstOpen(Ledger real, List<View> views) {
    super(real);
    this.views = views;
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    if (entry instanceof Entry.Commit commit
        && commit.counts().received() > 0
        && commit.payload() instanceof Payload.Inline inline) {
      return real.append(shard, forgetful(commit, inline.content()));
    }
    return real.append(shard, entry);
  }

  private Entry forgetful(Entry.Commit commit, byte[] content) {
    Content known = Content.decode(content, views);
    List<Delta> deltas = new ArrayList<>();
    for (Delta delta : known.deltas()) {
      deltas.add(forgetful(delta));
    }
    return new Entry.Commit(
        commit.index(),
        commit.token(),
        commit.generation(),
        commit.position(),
        commit.insideRecord(),
        commit.watermark(),
        commit.closes(),
        commit.counts(),
        commit.reference(),
        new Payload.Inline(new Content(deltas, known.kept()).encode()));
  }

  private static Delta forgetful(Delta delta) {
    return delta.view().window() instanceof PanePolicy panes ? forgetful(delta, panes) : delta;
  }

  private static Delta forgetful(Delta delta, PanePolicy window) {
    Delta forgetful = new Delta(delta.view());
    delta
        .slots()
        .forEach(
            (slot, rows) ->
                rows.forEach(
                    (group, row) ->
                        forgetful
                            .row(new Slot(slot.pane(), window.firstWindow(slot.pane())), group)
                            .combine(row)));
    return forgetful;
  }
}
