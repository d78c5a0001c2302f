package io.windrow.simulation.world;

import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources from which a safeguard was taken. */
final class SourceRemovals {
  private SourceRemovals() {}

  /** Shows every shard as one without parents. */
  record HidesParents(Source real) implements Source {
    @Override
    public List<Shard> shards() {
      return real.shards().stream().map(shard -> new Shard(shard.id(), List.of())).toList();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      return real.probe(shard, after);
    }
  }

  /** Asks only after the last record whose arrival is known, and takes waiting for empty. */
  record BelievesEmptyAnswers(Source real) implements Source {
    @Override
    public List<Shard> shards() {
      return real.shards();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      Probe probe = real.probe(shard, after);
      return probe instanceof Probe.Waiting ? new Probe.Empty(0) : probe;
    }
  }
}
