package io.windrow.functions.kinesis;

import io.windrow.functions.kinesis.ProtobufReader.BrokenMessageException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The keys that Kinesis takes with a record (Amazon Kinesis Data Streams API Reference,
 * "PutRecord"): a partition key of 1 to 256 Unicode characters, and an explicit hash key that is a
 * number of 128 bits.
 */
final class KinesisKeys {
  private static final int LONGEST_PARTITION_KEY = 256;
  private static final Pattern HASH_KEY = Pattern.compile("0|[1-9][0-9]{0,38}");
  private static final String GREATEST_HASH_KEY = "340282366920938463463374607431768211455";

  private KinesisKeys() {}

  static String partitionKey(byte[] utf8) throws BrokenMessageException {
    String key = new String(utf8, StandardCharsets.UTF_8);
    int length = key.codePointCount(0, key.length());
    if (length < 1 || length > LONGEST_PARTITION_KEY) {
      throw new BrokenMessageException("a partition key of " + length + " characters");
    }
    return key;
  }

  static void checkHashKey(byte[] utf8) throws BrokenMessageException {
    String key = new String(utf8, StandardCharsets.UTF_8);
    boolean isNumber = HASH_KEY.matcher(key).matches();
    if (!isNumber
        || (key.length() == GREATEST_HASH_KEY.length() && key.compareTo(GREATEST_HASH_KEY) > 0)) {
      throw new BrokenMessageException("a hash key that is no number of 128 bits");
    }
  }
}
