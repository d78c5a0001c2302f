package io.windrow.functions.kinesis;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a function answers to a batch: nothing failed, or all from one record on did (Lambda
 * Developer Guide, "Reporting batch item failures").
 */
public final class BatchResponse {
  private BatchResponse() {}

  /** Every record is done with. */
  public static byte[] done() {
    return json(null);
  }

  /**
   * The records from a sequence number on are to be sent again.
   *
   * @param sequence of the first one not done with
   */
  public static byte[] failedFrom(String sequence) {
    return json(sequence);
  }

  private static byte[] json(@Nullable String sequence) {
    String failures = sequence == null ? "" : "{\"itemIdentifier\":\"" + sequence + "\"}";
    return ("{\"batchItemFailures\":[" + failures + "]}").getBytes(StandardCharsets.UTF_8);
  }
}
