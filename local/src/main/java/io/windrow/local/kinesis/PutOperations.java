package io.windrow.local.kinesis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations that put records. */
final class PutOperations {
  private static final int MOST_RECORDS = 500;
  private static final long MOST_BYTES = 10 << 20;

  private final KinesisStreams streams;

  PutOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of("PutRecord", this::putRecord, "PutRecords", this::putRecords);
  }

  private Structure putRecord(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    checkOrdering(stream, request);
    PutOutcome outcome = stream.put(recordIn(request));
    if (outcome instanceof PutOutcome.Throttled throttled) {
      throw KinesisError.throughputExceeded(stream, throttled.shardId());
    }
    return result(stream, outcome).with("EncryptionType", "NONE");
  }

  /** Every later record has a greater number anyway: only a number never given is refused. */
  private static void checkOrdering(KinesisStream stream, Request request) {
    String least = request.optionalText("SequenceNumberForOrdering", TextRule.SEQUENCE_NUMBER);
    if (least != null && !isGiven(stream, least)) {
      throw KinesisError.invalidArgument(
          "SequenceNumberForOrdering %s did not come from stream %s."
              .formatted(least, stream.name()));
    }
  }

  private static boolean isGiven(KinesisStream stream, String number) {
    try {
      return stream.hasGiven(SequenceNumber.parse(number));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Structure putRecords(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    List<PutRequest> records = recordsIn(request);
    records.forEach(record -> stream.checkSize(record));
    List<PutOutcome> outcomes = records.stream().map(stream::put).toList();
    long failed = outcomes.stream().filter(PutOutcome.Throttled.class::isInstance).count();
    return new Structure()
        .with("FailedRecordCount", failed)
        .with("Records", outcomes.stream().map(outcome -> result(stream, outcome)).toList())
        .with("EncryptionType", "NONE");
  }

  private static List<PutRequest> recordsIn(Request request) {
    List<Request> entries = request.structures("Records");
    if (entries.isEmpty() || entries.size() > MOST_RECORDS) {
      throw KinesisError.constraint(
          "records", "[" + entries.size() + " records]", "have length from 1 to " + MOST_RECORDS);
    }
    List<PutRequest> records = new ArrayList<>(entries.size());
    long bytes = 0;
    for (Request entry : entries) {
      PutRequest record = recordIn(entry);
      records.add(record);
      bytes += record.size();
    }
    if (bytes > MOST_BYTES) {
      throw KinesisError.invalidArgument(
          "Records have %d bytes together, the limit is %d.".formatted(bytes, MOST_BYTES));
    }
    return records;
  }

  private static PutRequest recordIn(Request entry) {
    String key = entry.text("PartitionKey", TextRule.PARTITION_KEY);
    return new PutRequest(key, entry.blob("Data"), hashKeyIn(entry));
  }

  private static @Nullable BigInteger hashKeyIn(Request entry) {
    String digits = entry.optionalText("ExplicitHashKey", TextRule.HASH_KEY);
    return digits == null ? null : HashKey.explicit("ExplicitHashKey", digits);
  }

  private static Structure result(KinesisStream stream, PutOutcome outcome) {
    if (outcome instanceof PutOutcome.Stored stored) {
      return new Structure()
          .with("ShardId", stored.shardId())
          .with("SequenceNumber", stored.sequenceNumber());
    }
    String shard = ((PutOutcome.Throttled) outcome).shardId();
    return new Structure()
        .with("ErrorCode", KinesisError.Type.THROUGHPUT_EXCEEDED.code())
        .with("ErrorMessage", KinesisError.rateExceeded(stream, shard));
  }
}
