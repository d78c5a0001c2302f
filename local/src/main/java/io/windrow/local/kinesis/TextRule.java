package io.windrow.local.kinesis;

import java.util.regex.Pattern;

/** A constraint that the API reference states for a text. */
enum TextRule {
  STREAM_NAME(1, 128, "[a-zA-Z0-9_.-]+"),
  STREAM_ARN(1, 2048, "arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"),
  CONSUMER_ARN(1, 2048, "arn:aws.*:kinesis:.*:\\d{12}:.*stream/[a-zA-Z0-9_.-]+/consumer/\\S+"),
  SHARD_ID(1, 128, "[a-zA-Z0-9_.-]+"),
  PARTITION_KEY(1, 256, "(?s).*"),
  HASH_KEY(1, 39, "0|([1-9]\\d{0,38})"),
  SEQUENCE_NUMBER(1, 129, "0|([1-9]\\d{0,128})"),
  SHARD_ITERATOR(1, 512, "(?s).*"),
  NEXT_TOKEN(1, 1_048_576, "(?s).*"),
  TAG_KEY(1, 128, "(?s).*"),
  TAG_VALUE(0, 256, "(?s).*");

  private final int shortest;
  private final int longest;
  private final Pattern pattern;

  TextRule(int shortest, int longest, String pattern) {
    this.shortest = shortest;
    this.longest = longest;
    this.pattern = Pattern.compile(pattern);
  }

  String check(String field, String value) {
    int length = value.codePointCount(0, value.length());
    if (length < shortest) {
      throw KinesisError.constraint(
          field, value, "have length greater than or equal to " + shortest);
    }
    if (length > longest) {
      throw KinesisError.constraint(field, value, "have length less than or equal to " + longest);
    }
    if (!pattern.matcher(value).matches()) {
      throw KinesisError.constraint(
          field, value, "satisfy regular expression pattern: " + pattern.pattern());
    }
    return value;
  }
}
