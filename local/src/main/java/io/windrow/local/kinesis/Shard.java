package io.windrow.local.kinesis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream: a range of hash keys, and the records that fell into it while it was open.
 */
public final class Shard {
  private final int index;
  private final HashRange range;
  private final List<String> parents;
  private final long openedAt;
  private final ShardLog log;
  private final Throughput throughput;
  private volatile @Nullable End end;

  /**
   * How a shard was closed.
   *
   * @param sequenceNumber greater than that of any of its records
   * @param at the time, in milliseconds since the epoch
   */
  public record End(SequenceNumber sequenceNumber, long at, List<Shard> children) {
    public End {
      children = List.copyOf(children);
    }
  }

  Shard(int index, HashRange range, List<String> parents, ShardLog log, Opening opening) {
    this.index = index;
    this.range = range;
    this.parents = List.copyOf(parents);
    this.log = log;
    this.openedAt = opening.at();
    this.throughput = opening.throughput();
  }

  /** What a shard is given when it is opened. */
  record Opening(long at, Throughput throughput) {}

  static String idOf(int index) {
    return "shardId-%012d".formatted(index);
  }

  public String id() {
    return idOf(index);
  }

  /** Its place in the order in which the stream's shards were made. */
  public int index() {
    return index;
  }

  public HashRange range() {
    return range;
  }

  /** The ids of the shards that it was made from: none, the one split, or the two merged. */
  public List<String> parents() {
    return parents;
  }

  public SequenceNumber start() {
    return new SequenceNumber(log.start(), index);
  }

  /** How it was closed; null while it is open. */
  public @Nullable End end() {
    return end;
  }

  public boolean isOpen() {
    return end == null;
  }

  public ShardLog log() {
    return log;
  }

  long openedAt() {
    return openedAt;
  }

  Throughput throughput() {
    return throughput;
  }

  /** Whether it was closed before a time. */
  boolean closedBefore(long time) {
    End closed = end;
    return closed != null && closed.at() < time;
  }

  /**
   * Its end is set before the log is closed, so that who finds the log ended finds the children.
   */
  void close(End closing) {
    end = closing;
    log.close();
  }
}
