package io.windrow.functions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a function is told by its environment variables.
 *
 * @param stateTable the name of the table of ledgers, payloads and frontiers
 * @param resultsTable the name of the table of final results
 * @param stream the ARN of the stream that the pipeline reads
 * @param quarantineBucket the name of the bucket that rejected and late records are filed in
 * @param start when reading starts, ISO-8601 in UTC; empty unless the definition starts at {@code
 *     latest}
 * @param resultsTimeToLive how long after it is put a result may vanish; null for never
 */
public record FunctionEnvironment(
    String stateTable,
    String resultsTable,
    String stream,
    String quarantineBucket,
    String start,
    @Nullable Duration resultsTimeToLive) {
  public static final String STATE_TABLE = "WINDROW_STATE_TABLE";
  public static final String RESULTS_TABLE = "WINDROW_RESULTS_TABLE";
  public static final String STREAM = "WINDROW_STREAM";
  public static final String QUARANTINE_BUCKET = "WINDROW_QUARANTINE_BUCKET";

  /** Set if the definition starts at {@code latest}: the time of the first deployment. */
  public static final String START = "WINDROW_START";

  /** Set if results may vanish: for how many seconds they stay. */
  public static final String RESULTS_SECONDS = "WINDROW_RESULTS_SECONDS";

  /** The environment of functions whose results stay until someone deletes them. */
  public FunctionEnvironment(
      String stateTable,
      String resultsTable,
      String stream,
      String quarantineBucket,
      String start) {
    this(stateTable, resultsTable, stream, quarantineBucket, start, null);
  }

  /**
   * The environment of these variables.
   *
   * @throws IllegalStateException when one is missing
   */
  public static FunctionEnvironment of(Map<String, String> variables) {
    List<String> missing =
        Stream.of(STATE_TABLE, RESULTS_TABLE, STREAM, QUARANTINE_BUCKET)
            .filter(name -> variables.getOrDefault(name, "").isBlank())
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "the function has no environment variable "
              + String.join(", ", missing)
              + "; deploy it with Windrow's construct or template, which set them");
    }
    return new FunctionEnvironment(
        variables.getOrDefault(STATE_TABLE, ""),
        variables.getOrDefault(RESULTS_TABLE, ""),
        variables.getOrDefault(STREAM, ""),
        variables.getOrDefault(QUARANTINE_BUCKET, ""),
        variables.getOrDefault(START, ""),
        seconds(variables.getOrDefault(RESULTS_SECONDS, "")));
  }

  private static @Nullable Duration seconds(String text) {
    return text.isEmpty() ? null : Duration.ofSeconds(Long.parseLong(text));
  }

  /** The variables that say this, as {@link #of} reads them; in the order of their names. */
  public Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    variables.put(STATE_TABLE, stateTable);
    variables.put(RESULTS_TABLE, resultsTable);
    variables.put(STREAM, stream);
    variables.put(QUARANTINE_BUCKET, quarantineBucket);
    if (!start.isEmpty()) {
      variables.put(START, start);
    }
    if (resultsTimeToLive != null) {
      variables.put(RESULTS_SECONDS, Long.toString(resultsTimeToLive.toSeconds()));
    }
    return variables;
  }
}
