package io.windrow.ledger;

import io.windrow.record.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stream that a pipeline reads, as far as its ledgers must know it. */
public interface Source {

  /** The shards that the stream lists now, closed ones included. */
  List<Shard> shards();

  /** What tells this stream from one that is made anew under its name; empty if it does not say. */
  default String identity() {
    return "";
  }

  /**
   * Asks a shard for records past a position, following iterators until there is a record, none, or
   * the end.
   *
   * @param after the last record taken, null to ask from where reading starts
   */
  Probe probe(String shard, @Nullable Position after);

  /**
   * Asks some shards.
   *
   * @param after by shard, as for one
   * @param deadline no shard is asked once it is near
   */
  default Map<String, Probe> probes(Map<String, @Nullable Position> after, Deadline deadline) {
    Map<String, Probe> probes = new TreeMap<>();
    after.forEach(
        (shard, position) ->
            probes.put(shard, deadline.isNear() ? new Probe.Unanswered() : probe(shard, position)));
    return probes;
  }

  /** A shard and those that were split or merged into it, as the stream lists them. */
  record Shard(String id, List<String> parents) {
    public Shard {
      parents = List.copyOf(parents);
    }
  }

  /** What is past a position. */
  sealed interface Probe {
    /**
     * At least one record.
     *
     * @param arrival when the first of them arrived, in milliseconds since the epoch; {@link
     *     #UNKNOWN} where the source does not say
     * @param first the sequence number of the first of them; null where the source does not say
     */
    record Waiting(long arrival, @Nullable String first) implements Probe {
      public static final long UNKNOWN = Long.MIN_VALUE;

      public Waiting() {
        this(UNKNOWN, null);
      }
    }

    /** The stream has not said: it is too busy, or too far from its latest, or was not asked. */
    record Unanswered() implements Probe {}

    /**
     * No record, as of a time.
     *
     * @param at the source's time of the proof, in milliseconds since the epoch
     */
    record Empty(long at) implements Probe {}

    /** The stream knows the shard no more: what was not taken of it is lost. */
    record Gone() implements Probe {}

    /** No record, and never one again. */
    record Ended(List<String> children) implements Probe {
      public Ended {
        children = List.copyOf(children);
      }
    }
  }
}
