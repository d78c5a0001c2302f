package io.windrow.local.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --partition-key}. */
final class PartitionKeyOption {
  @Option(
      names = "--partition-key",
      paramLabel = "FIELD",
      description =
          "The field, with dots for nested ones and backquotes around a name with dots, whose value is a line's partition key. Without it, and for lines that lack it, the key is the line's number; how many lacked it is said at the end.")
  private @Nullable String field;

  PartitionKeys keys() {
    return PartitionKeys.of(field);
  }
}
