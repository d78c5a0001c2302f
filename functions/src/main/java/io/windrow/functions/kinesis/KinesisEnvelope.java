package io.windrow.functions.kinesis;

import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda sends a function for a batch of Kinesis records (Lambda Developer Guide, "Using
 * Lambda to process records from Amazon Kinesis Data Streams"), read from its bytes in one pass.
 * Members may come in any order, and unknown ones are passed over.
 */
public final class KinesisEnvelope {
  private static final byte[] RECORDS = name("Records");
  private static final byte[] EVENT_ID = name("eventID");
  private static final byte[] SOURCE = name("eventSourceARN");
  private static final byte[] KINESIS = name("kinesis");
  private static final byte[] PARTITION_KEY = name("partitionKey");
  private static final byte[] SEQUENCE_NUMBER = name("sequenceNumber");
  private static final byte[] DATA = name("data");
  private static final byte[] ARRIVAL = name("approximateArrivalTimestamp");

  private final JsonCursor json;
  private final List<StreamRecord> records = new ArrayList<>();
  private @Nullable String shard;
  private @Nullable String source;

  private @Nullable String eventId;
  private @Nullable String partitionKey;
  private @Nullable String sequence;
  private @Nullable Long arrival;
  private byte[] data = new byte[0];

  private KinesisEnvelope(byte[] bytes) {
    this.json = new JsonCursor(bytes);
  }

  /**
   * The records of a batch, KPL aggregates opened, whatever stream they come from.
   *
   * @throws EnvelopeException when the bytes are no batch of Kinesis records of one shard
   */
  public static Batch read(byte[] bytes) {
    return new KinesisEnvelope(bytes).read();
  }

  /**
   * The records of a batch of one stream.
   *
   * @throws MisreadException when they come from another
   */
  public static Batch read(byte[] bytes, StreamId stream) {
    KinesisEnvelope envelope = new KinesisEnvelope(bytes);
    Batch batch = envelope.read();
    String source = envelope.require(envelope.source, "eventSourceARN");
    if (!stream.isSource(source)) {
      throw new MisreadException(source, stream);
    }
    return batch;
  }

  private Batch read() {
    json.enter('{');
    while (json.nextMember()) {
      if (json.memberIs(RECORDS)) {
        readRecords();
      } else {
        json.skip();
      }
    }
    json.end();
    if (shard == null) {
      throw new EnvelopeException("broken envelope: it has no Records of a Kinesis stream");
    }
    return new Batch(shard, records);
  }

  private void readRecords() {
    json.enter('[');
    while (json.nextElement()) {
      readRecord();
      addRecord();
    }
  }

  private void readRecord() {
    eventId = null;
    partitionKey = null;
    sequence = null;
    arrival = null;
    data = new byte[0];
    json.enter('{');
    while (json.nextMember()) {
      if (json.memberIs(KINESIS)) {
        readKinesis();
      } else if (json.memberIs(EVENT_ID)) {
        eventId = json.string();
      } else if (source == null && json.memberIs(SOURCE)) {
        source = json.string();
      } else {
        json.skip();
      }
    }
  }

  private void readKinesis() {
    json.enter('{');
    while (json.nextMember()) {
      if (json.memberIs(DATA)) {
        data = json.base64();
      } else if (json.memberIs(SEQUENCE_NUMBER)) {
        sequence = json.string();
      } else if (json.memberIs(PARTITION_KEY)) {
        partitionKey = json.string();
      } else if (json.memberIs(ARRIVAL)) {
        arrival = ArrivalTime.millis(json.number());
      } else {
        json.skip();
      }
    }
  }

  private void addRecord() {
    String id = require(eventId, "eventID");
    String number = require(sequence, "sequenceNumber");
    String of = shardOf(id, number);
    if (shard != null && !shard.equals(of)) {
      throw new EnvelopeException(
          "broken envelope: a batch is of one shard, found " + shard + " and " + of);
    }
    shard = of;
    AggregatedRecord.open(
        new StreamRecord(
            new Position(of, number, 0),
            require(partitionKey, "partitionKey"),
            require(arrival, "approximateArrivalTimestamp"),
            data,
            false),
        records);
  }

  private static String shardOf(String eventId, String sequence) {
    int shardEnd = eventId.length() - sequence.length() - 1;
    if (shardEnd <= 0 || eventId.charAt(shardEnd) != ':' || !eventId.endsWith(sequence)) {
      throw new EnvelopeException(
          "broken envelope: expected eventID to be a shard, ':' and "
              + sequence
              + ", found "
              + eventId);
    }
    return eventId.substring(0, shardEnd);
  }

  private <T> T require(@Nullable T member, String name) {
    if (member == null) {
      throw new EnvelopeException("broken envelope: record " + records.size() + " has no " + name);
    }
    return member;
  }

  private static byte[] name(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
