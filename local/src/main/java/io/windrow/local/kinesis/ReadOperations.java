package io.windrow.local.kinesis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations that read records. */
final class ReadOperations {
  private static final int MOST_RECORDS = 10_000;
  private static final long MOST_BYTES = 10 << 20;

  private final KinesisStreams streams;

  ReadOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of("GetShardIterator", this::getShardIterator, "GetRecords", this::getRecords);
  }

  private Structure getShardIterator(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    Shard shard = stream.shard(request.text("ShardId", TextRule.SHARD_ID));
    long from = new IteratorStart(stream, shard).ordinal(request, StartFields.OF_ITERATOR);
    return new Structure().with("ShardIterator", ShardIterator.of(stream, shard, from).token());
  }

  private Structure getRecords(Request request) {
    int limit = limitIn(request);
    ShardIterator iterator =
        ShardIterator.parse(request.text("ShardIterator", TextRule.SHARD_ITERATOR), streams.now());
    KinesisStream stream = iterator.streamIn(streams);
    Shard shard = stream.shard(iterator.shard());
    if (!shard.throughput().admitsRead(stream.now())) {
      throw KinesisError.throughputExceeded(stream, shard.id());
    }
    Slice slice = shard.log().read(iterator.from(), limit, MOST_BYTES);
    shard.throughput().gave(dataBytes(slice), stream.now());
    return answer(stream, shard, slice);
  }

  private static int limitIn(Request request) {
    int limit = request.optionalInteger("Limit", 1, Integer.MAX_VALUE).orElse(MOST_RECORDS);
    if (limit > MOST_RECORDS) {
      throw KinesisError.invalidArgument(
          "Limit must be at most %d, found %d.".formatted(MOST_RECORDS, limit));
    }
    return limit;
  }

  private static long dataBytes(Slice slice) {
    return slice.records().stream().mapToLong(record -> record.data().length).sum();
  }

  private static Structure answer(KinesisStream stream, Shard shard, Slice slice) {
    return new Structure()
        .with("Records", slice.records().stream().map(ReadOperations::structure).toList())
        .with(
            "NextShardIterator",
            slice.ended() ? null : ShardIterator.of(stream, shard, slice.next()).token())
        .with("MillisBehindLatest", slice.millisBehindLatest())
        .with("ChildShards", slice.ended() ? children(shard.end()) : null);
  }

  static List<Structure> children(Shard.@Nullable End end) {
    return end == null ? List.of() : end.children().stream().map(ShardStructure::child).toList();
  }

  static Structure structure(StoredRecord record) {
    return new Structure()
        .with("SequenceNumber", record.sequenceNumber())
        .with("ApproximateArrivalTimestamp", Instant.ofEpochMilli(record.arrival()))
        .with("Data", record.data())
        .with("PartitionKey", record.partitionKey())
        .with("EncryptionType", "NONE");
  }
}
