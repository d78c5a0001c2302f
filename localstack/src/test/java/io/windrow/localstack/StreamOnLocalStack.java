package io.windrow.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** The stream of a deployed pipeline: what is put, and all that it holds. */
record StreamOnLocalStack(KinesisClient kinesis, String name) {
  /** What one PutRecords takes (API reference, "PutRecords"). */
  private static final int MOST_RECORDS = 500;

  private static final int FEW = 10;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  List<Shard> shards() {
    return kinesis.listShards(request -> request.streamName(name)).shards();
  }

  /** Puts events in their order, by the SDK. */
  void put(List<? extends JsonNode> events) {
    for (int from = 0; from < events.size(); from += MOST_RECORDS) {
      putSome(events.subList(from, Math.min(events.size(), from + MOST_RECORDS)));
    }
  }

  private void putSome(List<? extends JsonNode> events) {
    PutRecordsResponse response =
        kinesis.putRecords(
            request ->
                request
                    .streamName(name)
                    .records(events.stream().map(StreamOnLocalStack::entry).toList()));
    if (response.failedRecordCount() != 0) {
      throw new AssertionError(response.failedRecordCount() + " records were not taken");
    }
  }

  private static PutRecordsRequestEntry entry(JsonNode event) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(Quakes.key(event))
        .data(SdkBytes.fromUtf8String(Quakes.line(event)))
        .build();
  }

  /** Puts what is no event. */
  void putBroken(String data, String key) {
    kinesis.putRecord(
        request -> request.streamName(name).partitionKey(key).data(SdkBytes.fromUtf8String(data)));
  }

  /** Puts events in their order, a few at a time, as a producer that takes its time. */
  void putSlowly(List<? extends JsonNode> events) {
    for (int from = 0; from < events.size(); from += FEW) {
      put(events.subList(from, Math.min(events.size(), from + FEW)));
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Splits a shard in two halves, and waits until they are there. */
  void split(Shard shard) throws InterruptedException {
    int before = shards().size();
    BigInteger from = new BigInteger(shard.hashKeyRange().startingHashKey());
    BigInteger to = new BigInteger(shard.hashKeyRange().endingHashKey());
    kinesis.splitShard(
        request ->
            request
                .streamName(name)
                .shardToSplit(shard.shardId())
                .newStartingHashKey(from.add(to).shiftRight(1).toString()));
    Waiting.until(
        () -> "shards " + shards(),
        () -> shards().size() > before && status() == StreamStatus.ACTIVE);
  }

  private StreamStatus status() {
    return kinesis
        .describeStreamSummary(request -> request.streamName(name))
        .streamDescriptionSummary()
        .streamStatus();
  }

  /** All that was put, shard by shard. */
  List<StreamRecord> records() {
    return shards().stream().flatMap(shard -> records(shard.shardId()).stream()).toList();
  }

  /** All that was put to a shard, in order. */
  List<StreamRecord> records(String shard) {
    List<StreamRecord> records = new ArrayList<>();
    String iterator =
        kinesis
            .getShardIterator(
                request ->
                    request
                        .streamName(name)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    while (iterator != null) {
      GetRecordsResponse page = page(iterator);
      page.records().forEach(record -> records.add(record(shard, record)));
      boolean atTip = page.records().isEmpty() && page.millisBehindLatest() == 0;
      iterator = atTip ? null : next(page);
    }
    return records;
  }

  private GetRecordsResponse page(String iterator) {
    return kinesis.getRecords(request -> request.shardIterator(iterator));
  }

  private static @Nullable String next(GetRecordsResponse page) {
    return page.nextShardIterator();
  }

  private static StreamRecord record(String shard, Record record) {
    return new StreamRecord(
        new Position(shard, record.sequenceNumber(), 0),
        record.partitionKey(),
        record.approximateArrivalTimestamp().toEpochMilli(),
        record.data().asByteArray(),
        false);
  }
}
