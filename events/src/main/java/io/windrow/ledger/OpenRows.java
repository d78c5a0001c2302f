package io.windrow.ledger;

import io.windrow.ledger.Manifest.Part;
import io.windrow.view.Delta;
import org.jspecify.annotations.Nullable;

/**
 * What of a chain a window that is open may still need.
 *
 * @param closed the watermark up to which windows are closed
 * @param open the rows that a closer has found open in all chains, this one included; null if it
 *     has not read so far
 */
record OpenRows(long closed, @Nullable Deltas open) {

  /** Whether a part may hold some. */
  boolean mayBeIn(Part part) {
    return part.closesAt() > closed;
  }

  /** Forgets all other rows of a delta. */
  Delta of(Delta delta) {
    delta.dropPanes(closed);
    if (open != null) {
      delta.retain(open.of(delta.view()));
    }
    return delta;
  }
}
