package io.windrow.functions.kinesis;

import org.jspecify.annotations.Nullable;

/**
 * How requests name a stream: one of this account by its name, one of another by its ARN.
 *
 * @param name null if it is named by its ARN
 * @param arn null if it is named by its name
 */
public record StreamId(@Nullable String name, @Nullable String arn) {

  /** The stream of a name or of an ARN. */
  public static StreamId of(String nameOrArn) {
    return nameOrArn.startsWith("arn:")
        ? new StreamId(null, nameOrArn)
        : new StreamId(nameOrArn, null);
  }

  /** Whether a batch is of this stream, by the ARN of the stream or of a consumer of it. */
  boolean isSource(String eventSourceArn) {
    int stream = eventSourceArn.indexOf("/consumer/");
    String found = stream < 0 ? eventSourceArn : eventSourceArn.substring(0, stream);
    return arn == null ? found.endsWith(":stream/" + name) : found.equals(arn);
  }

  @Override
  public String toString() {
    return arn == null ? "the stream " + name : arn;
  }
}
