package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.simulation.memory.MemoryLedger;
import io.windrow.simulation.oracle.Violation;
import io.windrow.window.Watermark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges each watermark that an invocation raises, by all that the stream held. Its shard must have
 * been empty. The watermark goes no further than that of any other shard that can't have been found
 * empty, nor than the furthest of all; or else the owner's word must be true of every record that
 * the shard gets from then on.
 */
final class RaiseWatch {
  private final MemoryLedger ledger;
  private final SimulatedStream stream;
  private final @Nullable Long behind;
  private final Map<String, Entry> headsAtBegin = new HashMap<>();
  private long begunAt;

  /**
   * A watch over the invocations of one environment.
   *
   * @param behind the owner's word, if there is one
   */
  RaiseWatch(MemoryLedger ledger, SimulatedStream stream, @Nullable Long behind) {
    this.ledger = ledger;
    this.stream = stream;
    this.behind = behind;
  }

  /** An invocation begins. */
  void begin(long now) {
    begunAt = now;
    headsAtBegin.clear();
    ledger.shards().forEach(shard -> headsAtBegin.put(shard, head(shard)));
  }

  void verify(SimulatedShard shard, Entry before, Entry.Commit raise) {
    if (before.insideRecord() || shard.hasPast(raise.position(), begunAt)) {
      throw new Violation(
          "shard " + shard.id() + " was raised with records past " + raise.position());
    }
    long bound = Math.min(furthest(shard, raise), leastOfThoseWithRecords(shard));
    if (raise.watermark() <= bound) {
      return;
    }
    if (behind == null) {
      throw new Violation(
          "shard %s was raised to %d, and the others hold it at %d"
              .formatted(shard.id(), raise.watermark(), bound));
    }
    shard.expectNoneBefore(raise.watermark() + behind, raise.position());
  }

  /** The end of event time is past all shards. */
  private long furthest(SimulatedShard raised, Entry.Commit raise) {
    return raise.watermark() == Watermark.END
        ? Watermark.END
        : others(raised).stream()
            .mapToLong(other -> head(other).watermark())
            .max()
            .orElse(Watermark.NONE);
  }

  private long leastOfThoseWithRecords(SimulatedShard raised) {
    return others(raised).stream()
        .filter(this::isSurelyNotEmpty)
        .mapToLong(other -> head(other).watermark())
        .min()
        .orElse(Watermark.END);
  }

  private List<String> others(SimulatedShard raised) {
    return ledger.shards().stream().filter(shard -> !shard.equals(raised.id())).toList();
  }

  /** Whether it had records all through the invocation, or successors that have not begun. */
  private boolean isSurelyNotEmpty(String shard) {
    Entry atBegin = headsAtBegin.get(shard);
    if (atBegin instanceof Entry.End end) {
      return !ledger.shards().containsAll(end.children());
    }
    return atBegin != null && stream.shard(shard).hasPast(head(shard).position(), begunAt);
  }

  private Entry head(String shard) {
    return ledger.head(shard).orElseThrow();
  }
}
