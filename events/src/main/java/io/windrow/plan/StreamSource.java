package io.windrow.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stream that a pipeline reads.
 *
 * @param format how a record holds events: one of {@link #FORMATS}, or the decoder of a plug-in
 * @param fanout whether it reads through an enhanced fan-out consumer of its own
 * @param critical whether it has the means and alarms of a pipeline that people wait for
 * @param confidential whether nothing that comes from a record may reach logs and metrics
 */
public record StreamSource(
    Stream stream,
    String format,
    Start start,
    boolean fanout,
    boolean critical,
    boolean confidential) {
  /** A record is a JSON object. */
  public static final String JSON = "json";

  /** A record holds any number of JSON objects. */
  public static final String JSONL = "jsonl";

  /** A record holds the log events that a subscription of CloudWatch Logs put. */
  public static final String CLOUDWATCH_LOGS = "cloudwatch-logs";

  /** The formats that need no plug-in. */
  public static final List<String> FORMATS = List.of(JSON, JSONL, CLOUDWATCH_LOGS);

  /** Which stream it is. */
  public sealed interface Stream {}

  /** A stream that is made with the pipeline, by name. */
  public record Owned(String name) implements Stream {}

  /**
   * A stream that others own.
   *
   * @param arn of the stream
   * @param key the ARN of the KMS key that encrypts it, which only its owner knows
   */
  public record Imported(String arn, @Nullable String key) implements Stream {}

  /** Where reading a stream that was never read begins. */
  public sealed interface Start {
    /** The name as the definition writes it. */
    String text();
  }

  /** The oldest record that the stream still holds. */
  public record Earliest() implements Start {
    @Override
    public String text() {
      return "earliest";
    }
  }

  /** What comes after the pipeline is deployed. */
  public record Latest() implements Start {
    @Override
    public String text() {
      return "latest";
    }
  }

  /**
   * What arrived at a time or after it.
   *
   * @param millis since the epoch
   */
  public record At(long millis) implements Start {
    @Override
    public String text() {
      return Instant.ofEpochMilli(millis).toString();
    }
  }

  /** Whether it has a consumer of its own, which a critical pipeline has too. */
  public boolean hasConsumer() {
    return fanout || critical;
  }

  /** The stream's name in its region. */
  public String streamName() {
    return stream instanceof Imported imported
        ? imported.arn().substring(imported.arn().indexOf(":stream/") + ":stream/".length())
        : ((Owned) stream).name();
  }
}
