package io.windrow.local.command;

import io.windrow.ledger.Quarantine;
import io.windrow.local.run.DirectoryQuarantine;
import io.windrow.local.run.IoSentences;
import io.windrow.local.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code run}. */
final class RunOptions {
  private static final int USUAL_PORT = 4568;
  private static final int MOST_SHARDS = 1_000;
  private static final int MOST_RECORDS = 10_000;
  private static final int MOST_PORT = 65_535;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = {
        "Records to begin with, a line each, put to the stream in the order of the file; one named .gz is unpacked, - reads the standard input.",
        "Without it, NAME.jsonl in DIR is used if there is one (NAME being the pipeline's), and the run ends when it is drained."
      })
  @Nullable String input;

  @Option(
      names = "--live",
      description = "Leave out NAME.jsonl: take only what others put to the endpoint.")
  boolean live;

  @Mixin PartitionKeyOption partitionKey = new PartitionKeyOption();

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "1",
      description = "Shards of the stream (default: ${DEFAULT-VALUE}).")
  int shards;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Records that an invocation takes at most (default: ${DEFAULT-VALUE}).")
  int batch;

  @Option(
      names = "--until-drained",
      description =
          "When the input is finished, end event time, so that every window closes, and exit.")
  boolean untilDrained;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Write the final results there, as lines of JSON.")
  @Nullable Path results;

  @Option(
      names = "--totals",
      paramLabel = "FILE",
      description = "Write there how many records got which verdict, as JSON.")
  @Nullable Path totals;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write rejected and late records there, whole, with reason, pointer and position, as lines of JSON.")
  @Nullable Path rejects;

  @Option(
      names = "--quarantine",
      paramLabel = "DIR",
      description =
          "File rejected and late records there as on AWS, in files by reason, date and shard: those of each 64 commits when compaction comes to them, the rest at the end.")
  @Nullable Path quarantine;

  @Option(
      names = "--chaos",
      paramLabel = "SEED",
      description =
          "Do what AWS may do, by this seed: cut batches anew; repeat, twin, delay, throttle and kill invocations; lose answers; split and merge shards. The results stay the same.")
  @Nullable Long chaos;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "Where the Kinesis endpoint listens on 127.0.0.1; 0 for any free port (default: 4568, any free one for a run that ends when drained).")
  @Nullable Integer port;

  /** Refuses numbers that nothing can be made of. */
  void check() {
    OptionBounds.between(1, MOST_SHARDS, "--shards", shards);
    OptionBounds.between(1, MOST_RECORDS, "--batch", batch);
    OptionBounds.between(0, MOST_PORT, "--port", port == null ? 0 : port);
  }

  /** Where the endpoint listens. */
  int port(boolean drains) {
    if (port == null) {
      return drains ? 0 : USUAL_PORT;
    }
    return port;
  }

  /** How the pipeline is run. */
  RunSettings settings() {
    return new RunSettings(shards, batch, chaos, filing());
  }

  /** Where rejected and late records are filed: nowhere, if nobody has said. */
  Quarantine filing() {
    if (quarantine == null) {
      return (name, content) -> {};
    }
    try {
      return new DirectoryQuarantine(Files.createDirectories(quarantine));
    } catch (IOException e) {
      throw new UserError(IoSentences.of("write", quarantine, e));
    }
  }
}
