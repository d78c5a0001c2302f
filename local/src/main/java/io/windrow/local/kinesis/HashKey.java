package io.windrow.local.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The number by which a record finds its shard: the MD5 of its partition key, or one given. */
final class HashKey {
  private HashKey() {}

  static BigInteger of(String partitionKey) {
    return new BigInteger(1, md5().digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads an explicit hash key, {@code name} being the parameter that it came in. */
  static BigInteger explicit(String name, String digits) {
    BigInteger key = new BigInteger(digits);
    if (key.compareTo(HashRange.GREATEST) > 0) {
      throw KinesisError.invalidArgument(
          "Invalid " + name + ": must be in the range [0, 2^128-1], found " + digits + ".");
    }
    return key;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5, and this one has not", e);
    }
  }
}
