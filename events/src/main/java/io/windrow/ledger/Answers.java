package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.record.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of shards while a pipeline is settled once. Shards are asked together, since
 * one that was silent for long takes its time; nothing is asked once the deadline is near.
 */
final class Answers {
  private final Source source;
  private final Deadline deadline;
  private final Map<String, @Nullable Position> asked = new HashMap<>();
  private final Map<String, Probe> given = new HashMap<>();

  Answers(Source source, Deadline deadline) {
    this.source = source;
    this.deadline = deadline;
  }

  /**
   * Asks shards, but for those whose answer is known and still holds. One that was empty may have
   * records by now.
   *
   * @param after by shard, as for {@link Source#probe}
   */
  void ask(Map<String, @Nullable Position> after) {
    Map<String, @Nullable Position> open = new TreeMap<>(after);
    open.entrySet().removeIf(shard -> holds(shard.getKey(), shard.getValue()));
    if (!open.isEmpty()) {
      asked.putAll(open);
      given.putAll(source.probes(open, deadline));
    }
  }

  private boolean holds(String shard, @Nullable Position after) {
    return isAsked(shard, after) && !(given.get(shard) instanceof Probe.Empty);
  }

  private boolean isAsked(String shard, @Nullable Position after) {
    return asked.containsKey(shard) && Objects.equals(asked.get(shard), after);
  }

  /** What is past a position: an answer says nothing of another than was asked from. */
  Probe to(String shard, @Nullable Position after) {
    Probe answer = isAsked(shard, after) ? given.get(shard) : null;
    return answer == null ? new Probe.Unanswered() : answer;
  }
}
