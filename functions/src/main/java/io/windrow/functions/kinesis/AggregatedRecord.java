package io.windrow.functions.kinesis;

import io.windrow.functions.kinesis.AggregatedMessage.UserRecord;
import io.windrow.functions.kinesis.ProtobufReader.BrokenMessageException;
import io.windrow.record.Expansion;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * A record that holds several user records, as the Kinesis Producer Library packs them: four bytes
 * of magic, a protobuf message, and its MD5 (amazon-kinesis-producer, "KPL Aggregated Record
 * Format").
 *
 * <p>What only looks like one is a plain record, as it is for the Kinesis Client Library. Unlike
 * that library, which drops them, it is a plain record too if an index is out of its table or no
 * user record is inside, so that whatever arrived is counted and kept. So it is if Kinesis would
 * not have taken a key inside, or if its records come to more than {@link Expansion#LIMIT}.
 */
final class AggregatedRecord {
  private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};
  private static final int DIGEST_SIZE = 16;

  private AggregatedRecord() {}

  /** Adds the user records inside a record, or itself if it is a plain one. */
  static void open(StreamRecord record, List<StreamRecord> into) {
    List<UserRecord> inside = userRecords(record.data());
    if (inside.isEmpty()) {
      into.add(record);
    }
    Position position = record.position();
    for (int i = 0; i < inside.size(); i++) {
      into.add(
          new StreamRecord(
              new Position(position.shard(), position.sequence(), i),
              inside.get(i).partitionKey(),
              record.arrival(),
              inside.get(i).data(),
              i < inside.size() - 1));
    }
  }

  private static List<UserRecord> userRecords(byte[] data) {
    int end = data.length - DIGEST_SIZE;
    if (end <= MAGIC.length
        || data[0] != MAGIC[0]
        || !startsWithMagic(data)
        || !digestHolds(data, end)) {
      return List.of();
    }
    try {
      return AggregatedMessage.read(new ProtobufReader(data, MAGIC.length, end)).userRecords();
    } catch (BrokenMessageException e) {
      return List.of();
    }
  }

  private static boolean startsWithMagic(byte[] data) {
    return Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private static boolean digestHolds(byte[] data, int end) {
    MessageDigest md5 = md5();
    md5.update(data, MAGIC.length, end - MAGIC.length);
    return Arrays.equals(md5.digest(), 0, DIGEST_SIZE, data, end, data.length);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
