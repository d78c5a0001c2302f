package io.windrow.functions.dynamodb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The partition key of a group's results: the text of the group, or its hash where that is longer
 * than a key can be (Amazon DynamoDB Developer Guide, "Quotas", partition key values).
 */
final class GroupKey {
  private static final int LONGEST = 2048;
  private static final int LONGEST_SORT = 1024;

  private GroupKey() {}

  static String of(String prefix, String group) {
    return of(prefix, group, LONGEST);
  }

  /** The same for a sort key, which may be half as long. */
  static String ofSort(String prefix, String group) {
    return of(prefix, group, LONGEST_SORT);
  }

  private static String of(String prefix, String group, int longest) {
    String key = prefix + group;
    return key.getBytes(StandardCharsets.UTF_8).length <= longest
        ? key
        : prefix + "sha256:" + sha256(group);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
