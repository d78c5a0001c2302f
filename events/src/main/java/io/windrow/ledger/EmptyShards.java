package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.ledger.Source.Shard;
import io.windrow.ledger.Standing.Cause;
import io.windrow.record.Position;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Proves shards empty and raises their watermarks by a commit, so that a shard with no data holds
 * no window back. A shard found at its end is ended.
 *
 * <p>A raise is a write. So a shard is raised only past times at which windows close.
 */
final class EmptyShards {
  /** How far clocks may differ, and how long a put may take to be visible. */
  static final long MARGIN = 10_000;

  private final Ledger ledger;
  private final Source source;
  private final Shards shards;
  private final Steps steps;
  private final long generation;

  EmptyShards(Ports ports, Shards shards, Steps steps, long generation) {
    this.ledger = ports.ledger();
    this.source = ports.source();
    this.shards = shards;
    this.steps = steps;
    this.generation = generation;
  }

  /**
   * Asks the shards that are behind, and raises those that are empty as far as is proved.
   *
   * @return why each shard asked has come no further
   */
  Map<String, Cause> raise(
      Map<String, Entry> counting, List<Shard> listed, long now, String token) {
    long greatest =
        counting.values().stream().mapToLong(Entry::watermark).max().orElse(Watermark.NONE);
    Map<String, Entry> behindOthers = new TreeMap<>(counting);
    behindOthers
        .entrySet()
        .removeIf(
            shard ->
                isListed(shard.getKey(), listed)
                    && shard.getValue().watermark() >= Math.max(greatest, promised(now)));
    Map<String, Probe> probes = probe(behindOthers, token);
    lose(probes, behindOthers, listed, now, token);
    Map<String, Probe.Empty> empty = empty(probes);
    long leastOfOthers =
        counting.entrySet().stream()
            .filter(shard -> !empty.containsKey(shard.getKey()))
            .mapToLong(shard -> shard.getValue().watermark())
            .min()
            .orElse(Watermark.NONE);
    empty.forEach(
        (shard, proof) -> raise(shard, behindOthers.get(shard), leastOfOthers, proof, token));
    return causes(probes);
  }

  private static boolean isListed(String shard, List<Shard> listed) {
    return listed.stream().anyMatch(candidate -> candidate.id().equals(shard));
  }

  private void lose(
      Map<String, Probe> probes,
      Map<String, Entry> heads,
      List<Shard> listed,
      long now,
      String token) {
    heads.forEach(
        (shard, head) -> {
          if (probes.get(shard) instanceof Probe.Gone) {
            shards.lose(shard, head, listed, now, token);
          }
        });
  }

  /**
   * Ends event time, if every shard is empty: no event is expected ever again.
   *
   * @return whether every shard was empty and is at the end of event time
   */
  boolean endEventTime(Map<String, Entry> counting, String token) {
    Map<String, Entry> waiting = new TreeMap<>(counting);
    waiting.values().removeIf(head -> head.watermark() == Watermark.END);
    Map<String, Probe.Empty> empty = empty(probe(waiting, token));
    if (!empty.keySet().containsAll(waiting.keySet())) {
      return false;
    }
    return waiting.entrySet().stream()
        .allMatch(shard -> raise(shard.getKey(), shard.getValue(), Watermark.END, token));
  }

  /** How far event time must have come at a time, by what the owner has promised. */
  private long promised(long now) {
    Long behind = steps.behind();
    return behind == null ? Watermark.NONE : now - behind - MARGIN;
  }

  private void raise(
      String shard, @Nullable Entry head, long leastOfOthers, Probe.Empty proof, String token) {
    long target = Math.max(leastOfOthers, promised(proof.at()));
    if (head != null && steps.windowsCloseBetween(head.watermark(), target)) {
      raise(shard, head, target, token);
    }
  }

  /** Asks the shards that have not ended, and ends those that are found at their end. */
  private Map<String, Probe> probe(Map<String, Entry> heads, String token) {
    Map<String, Probe> probes = new TreeMap<>();
    Map<String, @Nullable Position> asked = new TreeMap<>();
    heads.forEach(
        (shard, head) -> {
          if (head.insideRecord()) {
            probes.put(shard, new Probe.Waiting());
          } else if (!(head instanceof Entry.End)) {
            asked.put(shard, head.position());
          }
        });
    probes.putAll(source.probes(asked));
    heads.forEach(
        (shard, head) -> {
          if (probes.get(shard) instanceof Probe.Ended ended) {
            shards.end(shard, head, ended, token);
          }
        });
    return probes;
  }

  private static Map<String, Probe.Empty> empty(Map<String, Probe> probes) {
    Map<String, Probe.Empty> empty = new TreeMap<>();
    probes.forEach(
        (shard, probe) -> {
          if (probe instanceof Probe.Empty proof) {
            empty.put(shard, proof);
          }
        });
    return empty;
  }

  private static Map<String, Cause> causes(Map<String, Probe> probes) {
    Map<String, Cause> causes = new TreeMap<>();
    probes.forEach((shard, probe) -> causes.put(shard, cause(probe)));
    return causes;
  }

  private static Cause cause(Probe probe) {
    if (probe instanceof Probe.Waiting) {
      return Cause.RECORDS_WAIT;
    }
    if (probe instanceof Probe.Unanswered) {
      return Cause.UNANSWERED;
    }
    if (probe instanceof Probe.Gone) {
      return Cause.LOST;
    }
    return probe instanceof Probe.Empty ? Cause.EMPTY : Cause.ENDED;
  }

  /**
   * Raises a shard, unless an entry stands in the way: then it was not empty after all, and stays
   * as it is.
   *
   * @return whether its watermark has come so far
   */
  private boolean raise(String shard, @Nullable Entry head, long watermark, String token) {
    if (head == null || watermark <= head.watermark()) {
      return true;
    }
    Entry raised =
        new Entry.Commit(
            head.index() + 1,
            token,
            generation,
            head.position(),
            false,
            watermark,
            false,
            Counts.NONE,
            List.of(),
            new Payload.Inline(new byte[0]));
    return ledger.append(shard, raised) == null;
  }
}
