package io.windrow.functions.kinesis;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.kinesis.retrieval.kpl.Messages;

/** Packs user records as the Kinesis Producer Library does, sharing keys by tables. */
public final class AggregatedRecords {
  private static final byte[] MAGIC = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

  private AggregatedRecords() {}

  /** A user record to be packed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record User(
      String partitionKey, @Nullable String explicitHashKey, byte[] data, boolean tagged) {
    public static User of(String partitionKey, String data) {
      return new User(partitionKey, null, data.getBytes(StandardCharsets.UTF_8), false);
    }
  }

  public static byte[] pack(List<User> users) {
    return seal(message(users).toByteArray());
  }

  /** So many empty records that share one key. */
  public static byte[] pack(String partitionKey, int count) {
    Messages.Record empty =
        Messages.Record.newBuilder().setPartitionKeyIndex(0).setData(ByteString.EMPTY).build();
    return seal(
        Messages.AggregatedRecord.newBuilder()
            .addPartitionKeyTable(partitionKey)
            .addAllRecords(Collections.nCopies(count, empty))
            .build()
            .toByteArray());
  }

  static Messages.AggregatedRecord message(List<User> users) {
    List<String> partitionKeys = new ArrayList<>();
    List<String> hashKeys = new ArrayList<>();
    Messages.AggregatedRecord.Builder message = Messages.AggregatedRecord.newBuilder();
    for (User user : users) {
      Messages.Record.Builder record = Messages.Record.newBuilder();
      record.setPartitionKeyIndex(index(partitionKeys, user.partitionKey()));
      if (user.explicitHashKey() != null) {
        record.setExplicitHashKeyIndex(index(hashKeys, user.explicitHashKey()));
      }
      record.setData(ByteString.copyFrom(user.data()));
      if (user.tagged()) {
        record.addTags(Messages.Tag.newBuilder().setKey("origin").setValue("test"));
      }
      message.addRecords(record);
    }
    return message
        .addAllPartitionKeyTable(partitionKeys)
        .addAllExplicitHashKeyTable(hashKeys)
        .build();
  }

  private static int index(List<String> table, String key) {
    if (!table.contains(key)) {
      table.add(key);
    }
    return table.indexOf(key);
  }

  /** Puts magic before a message and its digest after. */
  static byte[] seal(byte[] message) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes(MAGIC);
    sealed.writeBytes(message);
    sealed.writeBytes(md5(message));
    return sealed.toByteArray();
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
