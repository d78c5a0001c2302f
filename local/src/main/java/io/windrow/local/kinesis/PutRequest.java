package io.windrow.local.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record to put.
 *
 * @param explicitHashKey decides the shard in place of the partition key's hash, if given
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record PutRequest(String partitionKey, byte[] data, @Nullable BigInteger explicitHashKey) {

  public PutRequest(String partitionKey, byte[] data) {
    this(partitionKey, data, null);
  }

  BigInteger hashKey() {
    return explicitHashKey == null ? HashKey.of(partitionKey) : explicitHashKey;
  }

  /** The bytes by which the service measures a record: data and partition key. */
  int size() {
    return partitionKey.getBytes(StandardCharsets.UTF_8).length + data.length;
  }
}
