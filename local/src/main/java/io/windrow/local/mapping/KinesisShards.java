package io.windrow.local.mapping;

import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.ShardLog;
import io.windrow.local.kinesis.Slice;
import io.windrow.local.kinesis.StoredRecord;
import java.time.Duration;
import java.util.List;

/** The shards of a stream of the embedded Kinesis, read without going through its endpoint. */
public final class KinesisShards implements Shards {

  /** What one GetRecords gives at most, in bytes. */
  private static final long READ_LIMIT = 10L * 1024 * 1024;

  private final KinesisStream stream;

  public KinesisShards(KinesisStream stream) {
    this.stream = stream;
  }

  @Override
  public List<Shard> list() {
    return stream.shards().stream().map(each -> new Shard(each.id(), each.parents())).toList();
  }

  @Override
  public ShardReader open(String shard, StartingPosition from) {
    ShardLog log = stream.shard(shard).log();
    if (from instanceof StartingPosition.AtTimestamp at) {
      return new Reader(log, log.ordinalAt(at.millis()));
    }
    return new Reader(log, from instanceof StartingPosition.Latest ? log.tip() : log.start());
  }

  private static final class Reader implements ShardReader {
    private final ShardLog log;
    private volatile long next;
    private volatile boolean ended;

    Reader(ShardLog log, long next) {
      this.log = log;
      this.next = next;
    }

    @Override
    public List<ShardRecord> read(int atMost) {
      Slice slice = log.read(next, atMost, READ_LIMIT);
      next = slice.next();
      ended = slice.ended();
      return slice.records().stream().map(Reader::record).toList();
    }

    private static ShardRecord record(StoredRecord each) {
      return new ShardRecord(
          each.sequenceNumber().toString(), each.partitionKey(), each.arrival(), each.data());
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
      boolean unused = log.await(next, atMost);
    }

    @Override
    public boolean atTip() {
      return next >= log.tip();
    }

    @Override
    public boolean ended() {
      return ended;
    }
  }
}
