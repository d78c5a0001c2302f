package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** Takes the time of a proof for one that no late put can come up to. */
  record TrustsItsClock(Source real) implements Source {
    private static final long MARGIN = 10_000;

    @Override
    public List<Shard> shards() {
      return real.shards();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      Probe probe = real.probe(shard, after);
      return probe instanceof Probe.Empty proof ? new Probe.Empty(proof.at() + MARGIN) : probe;
    }
  }

  /** Takes no answer for an empty shard, but raises only those that were proved to be. */
  static final class OverlooksTheUnanswered extends ForwardingLedger implements Source {
    private final Source source;
    private final Set<String> unanswered = new HashSet<>();

    OverlooksTheUnanswered(Ledger real, Source source) {
      super(real);
      this.source = source;
    }

    @Override
    public List<Shard> shards() {
      return source.shards();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      Probe probe = source.probe(shard, after);
      boolean isUnanswered = probe instanceof Probe.Unanswered;
      if (isUnanswered) {
        unanswered.add(shard);
      } else {
        unanswered.remove(shard);
      }
      return isUnanswered ? new Probe.Empty(Long.MIN_VALUE / 2) : probe;
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      boolean raises = entry instanceof Entry.Commit commit && commit.counts().received() == 0;
      return raises && unanswered.contains(shard) ? null : real.append(shard, entry);
    }
  }
}
