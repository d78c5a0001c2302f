package io.windrow.local.kinesis;

import io.windrow.local.kinesis.StreamSpec.Mode;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;

/** A stream: its shards, and what is set for all of them. Safe for any number of threads. */
public final class KinesisStream {
  private static final int SWITCHES_A_DAY = 2;

  private final String name;
  private final long createdAt;
  private volatile int maxRecordBytes;
  private final Timeline timeline;
  private final ShardTable table;
  private final Tags tags = new Tags();
  private final Consumers consumers = new Consumers(this);
  private final Resharding resharding;
  private final RollingDay switches = new RollingDay(SWITCHES_A_DAY);
  private volatile Mode mode;

  KinesisStream(StreamSpec spec, InstantSource clock, Throughput.Policy throughput) {
    this.name = spec.name();
    this.mode = spec.mode();
    this.maxRecordBytes = spec.maxRecordBytes();
    this.timeline = new Timeline(clock);
    this.createdAt = timeline.now();
    this.table = new ShardTable(timeline, throughput, spec.shards());
    this.resharding = new Resharding(this, table);
    this.tags.add(spec.tags());
  }

  public String name() {
    return name;
  }

  public String arn() {
    return Account.arnOf(name);
  }

  public long createdAt() {
    return createdAt;
  }

  public Mode mode() {
    return mode;
  }

  public int retentionHours() {
    return timeline.retentionHours();
  }

  int maxRecordBytes() {
    return maxRecordBytes;
  }

  Tags tags() {
    return tags;
  }

  Consumers consumers() {
    return consumers;
  }

  long now() {
    return timeline.now();
  }

  long horizon() {
    return timeline.horizon();
  }

  /**
   * Puts a record.
   *
   * @throws KinesisError when the record is larger than the stream allows
   */
  public PutOutcome put(PutRequest request) {
    checkSize(request);
    return table.put(request);
  }

  void checkSize(PutRequest request) {
    if (request.size() > maxRecordBytes) {
      throw KinesisError.validation(
          "Record of %d bytes (data and partition key) is larger than the %d bytes that stream %s takes."
              .formatted(request.size(), maxRecordBytes, name));
    }
  }

  /** The shards, open and closed, that may still hold records, in the order of their making. */
  public List<Shard> shards() {
    long horizon = timeline.horizon();
    return table.all().stream().filter(shard -> !shard.closedBefore(horizon)).toList();
  }

  /** Whether no record was ever put. */
  public boolean isEmpty() {
    return table.isUnused();
  }

  /** The shards that take records now, in the order of their hash keys. */
  public List<Shard> openShards() {
    return table.open();
  }

  /**
   * The shard of an id, open or closed.
   *
   * @throws KinesisError when there is none
   */
  public Shard shard(String id) {
    Shard shard = table.find(id);
    if (shard == null || shard.closedBefore(timeline.horizon())) {
      throw KinesisError.notFound(
          "Could not find shard %s in stream %s under account %s.".formatted(id, name, Account.ID));
    }
    return shard;
  }

  /** Splits an open shard in two, the second beginning at a hash key. */
  public void split(String shardId, BigInteger newStart) {
    resharding.split(shard(shardId), newStart);
  }

  /** Merges two open shards, the second's hash keys following the first's. */
  public void merge(String shardId, String adjacentId) {
    resharding.merge(shard(shardId), shard(adjacentId));
  }

  /** Splits and merges until there are so many shards of equal size. */
  public void updateShardCount(int target) {
    resharding.scale(target);
  }

  boolean hasGiven(SequenceNumber number) {
    return table.hasGiven(number);
  }

  void allowRecordsOf(int bytes) {
    maxRecordBytes = bytes;
  }

  void retain(int hours) {
    timeline.retain(hours);
  }

  void switchTo(Mode wanted) {
    if (wanted != mode && !switches.admits(timeline.now())) {
      throw KinesisError.limitExceeded(
          "Stream %s has switched its mode %d times in 24 hours, which is the limit."
              .formatted(name, SWITCHES_A_DAY));
    }
    mode = wanted;
  }
}
