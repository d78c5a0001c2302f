package io.windrow.local.kinesis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one account and region that the embedded service plays, and the account's quotas. */
final class Account {
  static final String ID = "000000000000";
  static final String REGION = "us-east-1";

  /** The default quota of us-east-1 (developer guide, "Quotas and limits"). */
  static final int SHARDS = 20_000;

  static final int ON_DEMAND_STREAMS = 50;

  private static final Pattern ARN =
      Pattern.compile("arn:aws[^:]*:kinesis:[^:]*:\\d{12}:stream/([a-zA-Z0-9_.-]{1,128})");

  private Account() {}

  static String arnOf(String stream) {
    return "arn:aws:kinesis:" + REGION + ":" + ID + ":stream/" + stream;
  }

  /** The stream that an ARN names; its region and account are not compared. */
  static String streamOf(String arn) {
    Matcher matcher = ARN.matcher(arn);
    if (!matcher.matches()) {
      throw KinesisError.constraint(
          "streamARN", arn, "satisfy regular expression pattern: " + ARN.pattern());
    }
    return matcher.group(1);
  }
}
