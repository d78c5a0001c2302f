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
}
