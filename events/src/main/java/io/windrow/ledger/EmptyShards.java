package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
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
  private final Shards shards;
  private final Windows windows;
  private final long generation;

  EmptyShards(ChainPorts ports, Shards shards, Windows windows, long generation) {
    this.ledger = ports.ledger();
    this.shards = shards;
    this.windows = windows;
    this.generation = generation;
  }

  /**
   * Asks the shards that are behind, and raises those that are empty as far as is proved.
   *
   * @return what each shard asked has answered
   */
  Map<String, Probe> raise(Map<String, Entry> counting, Round round, long now) {
    long greatest =
        counting.values().stream().mapToLong(Entry::watermark).max().orElse(Watermark.NONE);
    Map<String, Entry> behindOthers = new TreeMap<>(counting);
    behindOthers
        .entrySet()
        .removeIf(
            shard ->
                round.isListed(shard.getKey())
                    && shard.getValue().watermark() >= Math.max(greatest, promised(now)));
    Map<String, Probe> probes = probe(behindOthers, round);
    lose(probes, behindOthers, round, now);
    long leastOfOthers =
        counting.entrySet().stream()
            .filter(shard -> !(probes.get(shard.getKey()) instanceof Probe.Empty))
            .mapToLong(shard -> shard.getValue().watermark())
            .min()
            .orElse(Watermark.NONE);
    behindOthers.forEach(
        (shard, head) -> {
          if (probes.get(shard) instanceof Probe.Empty proof) {
            raiseAsProved(shard, head, leastOfOthers, proof, round.token());
          }
        });
    return probes;
  }

  private void lose(Map<String, Probe> probes, Map<String, Entry> heads, Round round, long now) {
    heads.forEach(
        (shard, head) -> {
          if (probes.get(shard) instanceof Probe.Gone && !round.isListed(shard)) {
            shards.lose(shard, head, round, now);
          }
        });
  }

  /**
   * Ends event time, if every shard is empty: no event is expected ever again.
   *
   * @return whether every shard was empty and is at the end of event time
   */
  boolean endEventTime(Map<String, Entry> counting, Round round) {
    Map<String, Entry> waiting = new TreeMap<>(counting);
    waiting.values().removeIf(head -> head.watermark() == Watermark.END);
    Map<String, Probe> probes = probe(waiting, round);
    return waiting.keySet().stream().allMatch(shard -> probes.get(shard) instanceof Probe.Empty)
        && waiting.entrySet().stream()
            .allMatch(
                shard ->
                    appendRaise(shard.getKey(), shard.getValue(), Watermark.END, round.token()));
  }

  /** How far event time must have come at a time, by what the owner has promised. */
  private long promised(long now) {
    Long behind = windows.behind();
    return behind == null ? Watermark.NONE : now - behind - MARGIN;
  }

  /** Raises a shard that was empty, if windows can close by it. */
  private void raiseAsProved(
      String shard, Entry head, long leastOfOthers, Probe.Empty proof, String token) {
    long target = Math.max(leastOfOthers, promised(proof.at()));
    if (windows.closeBetween(head.watermark(), target)) {
      boolean unused = appendRaise(shard, head, target, token);
    }
  }

  /**
   * Asks the shards that have not ended, and ends those that are found at their end. A shard with
   * the rest of a record to come is neither empty nor at its end, but may be gone.
   */
  private Map<String, Probe> probe(Map<String, Entry> heads, Round round) {
    Map<String, Probe> probes = new TreeMap<>();
    Map<String, @Nullable Position> asked = new TreeMap<>();
    heads.forEach(
        (shard, head) -> {
          if (head.insideRecord() && round.isListed(shard)) {
            probes.put(shard, new Probe.Waiting());
          } else if (!(head instanceof Entry.End)) {
            asked.put(shard, head.position());
          }
        });
    round.answers().ask(asked);
    heads.forEach(
        (shard, head) -> {
          if (asked.containsKey(shard)) {
            Probe answer = round.answers().to(shard, head.position());
            boolean hasRest = head.insideRecord() && !(answer instanceof Probe.Gone);
            probes.put(shard, hasRest ? new Probe.Waiting() : answer);
          }
        });
    heads.forEach(
        (shard, head) -> {
          if (probes.get(shard) instanceof Probe.Ended ended) {
            shards.end(shard, head, ended, round.token());
          }
        });
    return probes;
  }

  /**
   * Appends the commit of no records that raises a watermark, unless an entry stands in the way:
   * then the shard was not empty after all, and stays as it is.
   *
   * @return whether its watermark has come so far
   */
  private boolean appendRaise(String shard, Entry head, long watermark, String token) {
    if (watermark <= head.watermark()) {
      return true;
    }
    Entry raised =
        new Entry.Commit(
            head.index() + 1,
            token,
            Math.max(head.generation(), generation),
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
