package io.windrow.local.command;

import io.windrow.local.estimate.Capacity;
import io.windrow.local.estimate.EstimateText;
import io.windrow.local.estimate.Load;
import io.windrow.plan.Definition;
import java.io.PrintStream;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windrow estimate}: what a pipeline would cost on AWS. */
@Command(
    name = "estimate",
    description =
        "Tells what a pipeline would cost a month on AWS, by service, and what an always-on Managed Flink would.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow estimate samples/ad-clicks --rate 1000",
      "  windrow estimate samples/ad-clicks --rate 20000 --bytes 300 --groups 5000"
    })
final class EstimateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The directory of pipeline.yaml.")
  private Path directory = Path.of("");

  @Option(
      names = "--rate",
      required = true,
      paramLabel = "N",
      description = "Events a second, more than 0; fractions too.")
  private double rate;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      description = "Bytes of an event (default: ${DEFAULT-VALUE}).")
  private int bytes = 1024;

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "Groups that each view has in a window (default: ${DEFAULT-VALUE}).")
  private int groups = 100;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description =
          "Shards of a provisioned stream; more are taken if the load needs them (default: a stream on demand).")
  private @Nullable Integer shards;

  private final PrintStream out = System.out;

  @Override
  public Integer call() {
    Definition definition = new PipelineDirectory(directory).plan().definition();
    EstimateText.of(definition, load()).forEach(out::println);
    return 0;
  }

  private Load load() {
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new UserError(
          "--rate is %s; it must be more than 0 events a second, such as 0.5 or 1000."
              .formatted(NumberFormat.getInstance().format(rate)));
    }
    OptionBounds.atLeast(1, "--bytes", bytes);
    OptionBounds.atLeast(1, "--groups", groups);
    return new Load(rate, bytes, groups, capacity());
  }

  private Capacity capacity() {
    if (shards == null) {
      return new Capacity.OnDemand();
    }
    OptionBounds.atLeast(1, "--shards", shards);
    return new Capacity.Provisioned(shards);
  }
}
