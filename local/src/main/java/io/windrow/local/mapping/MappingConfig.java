package io.windrow.local.mapping;

import java.time.Duration;

/**
 * The settings of a mapping, with Lambda's names, limits and defaults.
 *
 * @param streamArn of the stream that is read
 * @param functionArn of the function that is called
 * @param batchSize records a batch, 1 to 10,000
 * @param batchingWindow how long a batch may gather records, 0 to 5 minutes
 * @param bisectBatchOnFunctionError whether a batch that failed is cut in two
 * @param reportBatchItemFailures whether the function's response names the first record that failed
 * @param maximumRetryAttempts 0 to 10,000, or {@link #UNLIMITED}
 * @param maximumRecordAgeSeconds 60 to 604,800, or {@link #UNLIMITED}
 * @param start where shards are read from at first
 * @param timeout of the function
 * @param backoff between an attempt and its repetition
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html">the
 *     parameters in the manual</a>
 */
public record MappingConfig(
    String streamArn,
    String functionArn,
    int batchSize,
    Duration batchingWindow,
    boolean bisectBatchOnFunctionError,
    boolean reportBatchItemFailures,
    int maximumRetryAttempts,
    int maximumRecordAgeSeconds,
    StartingPosition start,
    Duration timeout,
    Backoff backoff) {

  /** Of retries, or of age. */
  public static final int UNLIMITED = -1;

  /** What an invocation may carry, in bytes of its JSON: 6 MB. */
  public static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  public MappingConfig {
    between("batchSize", batchSize, 1, 10_000);
    between("batchingWindow in seconds", batchingWindow.toSeconds(), 0, 300);
    if (maximumRetryAttempts != UNLIMITED) {
      between("maximumRetryAttempts", maximumRetryAttempts, 0, 10_000);
    }
    if (maximumRecordAgeSeconds != UNLIMITED) {
      between("maximumRecordAgeSeconds", maximumRecordAgeSeconds, 60, 604_800);
    }
    between("timeout in seconds", timeout.toSeconds(), 1, 900);
  }

  private static void between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " of a mapping is " + value + "; Lambda allows " + least + " to " + most);
    }
  }

  /** Lambda's defaults for a stream and a function. */
  public static MappingConfigBuilder builder(String streamArn, String functionArn) {
    return new MappingConfigBuilder(streamArn, functionArn);
  }

  /** The region that the stream's ARN names. */
  String region() {
    String[] parts = streamArn.split(":", -1);
    return parts.length > 3 ? parts[3] : "";
  }
}
