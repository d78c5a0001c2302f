package io.windrow.simulation.world;

import io.windrow.ledger.Marker;
import io.windrow.ledger.Marker.Attempt;
import io.windrow.ledger.Markers;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Markers reached over a network that fails. */
record FaultyMarkers(Markers real, Effects effects) implements Markers {
  @Override
  public Marker read(String shard) {
    return effects.read("marker/" + shard, "marker", shard, () -> real.read(shard));
  }

  @Override
  public boolean replace(String shard, Marker expected, Marker next, long at) {
    Position alone = alone(expected, next);
    if (alone != null) {
      effects.tryAlone(alone);
    }
    boolean replaced =
        effects.write(
            "marker/" + shard, "mark", next, () -> real.replace(shard, expected, next, at));
    if (next.folded() != null && !next.folded().equals(expected.folded())) {
      effects.tryAlone(null);
    }
    return replaced;
  }

  /** The record that a call begins to try by itself. */
  private static @Nullable Position alone(Marker before, Marker after) {
    List<Attempt> attempts = after.attempts();
    Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    return last == null || before.attempts().contains(last) || !last.from().equals(last.to())
        ? null
        : last.from();
  }
}
