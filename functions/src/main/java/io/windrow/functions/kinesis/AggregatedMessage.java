package io.windrow.functions.kinesis;

import static io.windrow.functions.kinesis.ProtobufReader.LENGTH_DELIMITED;
import static io.windrow.functions.kinesis.ProtobufReader.VARINT;
import static io.windrow.functions.kinesis.ProtobufReader.tag;

import io.windrow.functions.kinesis.ProtobufReader.BrokenMessageException;
import io.windrow.record.Expansion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The protobuf message inside an aggregated record: tables of keys, and records that index them.
 */
final class AggregatedMessage {
  private static final int PARTITION_KEY_TABLE = tag(1, LENGTH_DELIMITED);
  private static final int EXPLICIT_HASH_KEY_TABLE = tag(2, LENGTH_DELIMITED);
  private static final int RECORDS = tag(3, LENGTH_DELIMITED);

  private final List<PartitionKey> partitionKeys = new ArrayList<>();
  private int explicitHashKeys;
  private final List<Indexed> records = new ArrayList<>();
  private final Expansion expansion = new Expansion();

  private AggregatedMessage() {}

  /** What a producer put, before it was packed with others. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record UserRecord(String partitionKey, byte[] data) {}

  static AggregatedMessage read(ProtobufReader in) throws BrokenMessageException {
    AggregatedMessage message = new AggregatedMessage();
    while (in.hasMore()) {
      int tag = in.readTag();
      if (tag == PARTITION_KEY_TABLE) {
        message.addPartitionKey(in.readBytes());
      } else if (tag == EXPLICIT_HASH_KEY_TABLE) {
        KinesisKeys.checkHashKey(in.readBytes());
        message.explicitHashKeys++;
      } else if (tag == RECORDS) {
        message.addRecord(Indexed.read(in.readMessage()));
      } else {
        in.skip(tag);
      }
    }
    return message;
  }

  private void addPartitionKey(byte[] utf8) throws BrokenMessageException {
    partitionKeys.add(new PartitionKey(KinesisKeys.partitionKey(utf8), utf8.length));
  }

  private void addRecord(Indexed record) throws BrokenMessageException {
    records.add(record);
    expand(Expansion.PART + record.data().length);
  }

  private void expand(int bytes) throws BrokenMessageException {
    if (!expansion.add(bytes)) {
      throw new BrokenMessageException("records that come to more than " + Expansion.LIMIT);
    }
  }

  List<UserRecord> userRecords() throws BrokenMessageException {
    List<UserRecord> users = new ArrayList<>(records.size());
    for (Indexed record : records) {
      requireInTable(record.explicitHashKey(), explicitHashKeys);
      requireInTable(record.partitionKey(), partitionKeys.size());
      PartitionKey key = partitionKeys.get((int) record.partitionKey());
      expand(key.size());
      users.add(new UserRecord(key.text(), record.data()));
    }
    return users;
  }

  private static void requireInTable(@Nullable Long index, int size) throws BrokenMessageException {
    if (index != null && Long.compareUnsigned(index, size) >= 0) {
      throw new BrokenMessageException("index " + index + " in a table of " + size);
    }
  }

  /** A partition key, and how many bytes it has in UTF-8. */
  private record PartitionKey(String text, int size) {}

  /** A user record whose keys are in tables. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Indexed(long partitionKey, @Nullable Long explicitHashKey, byte[] data) {
    private static final int PARTITION_KEY_INDEX = tag(1, VARINT);
    private static final int EXPLICIT_HASH_KEY_INDEX = tag(2, VARINT);
    private static final int DATA = tag(3, LENGTH_DELIMITED);
    private static final int TAGS = tag(4, LENGTH_DELIMITED);

    static Indexed read(ProtobufReader in) throws BrokenMessageException {
      Long partitionKey = null;
      Long explicitHashKey = null;
      byte[] data = null;
      while (in.hasMore()) {
        int tag = in.readTag();
        if (tag == PARTITION_KEY_INDEX) {
          partitionKey = in.readVarint();
        } else if (tag == EXPLICIT_HASH_KEY_INDEX) {
          explicitHashKey = in.readVarint();
        } else if (tag == DATA) {
          data = in.readBytes();
        } else if (tag == TAGS) {
          checkUserTag(in.readMessage());
        } else {
          in.skip(tag);
        }
      }
      if (partitionKey == null || data == null) {
        throw new BrokenMessageException("a record without key or data");
      }
      return new Indexed(partitionKey, explicitHashKey, data);
    }

    private static void checkUserTag(ProtobufReader in) throws BrokenMessageException {
      boolean hasKey = false;
      while (in.hasMore()) {
        int tag = in.readTag();
        hasKey |= tag == tag(1, LENGTH_DELIMITED);
        in.skip(tag);
      }
      if (!hasKey) {
        throw new BrokenMessageException("a tag without key");
      }
    }
  }
}
