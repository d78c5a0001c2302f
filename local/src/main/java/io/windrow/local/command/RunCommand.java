package io.windrow.local.command;

import io.windrow.definition.Plan;
import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.local.display.Display;
import io.windrow.local.display.LiveTable;
import io.windrow.local.display.PlainLines;
import io.windrow.local.display.Refresher;
import io.windrow.local.display.RunProgress;
import io.windrow.local.display.Summary;
import io.windrow.local.display.Terminal;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.local.run.EmbeddedPipeline;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code windrow run}: a pipeline whole in this process. */
@Command(
    name = "run",
    description = "Runs a pipeline on this machine: no account, no Docker, nothing kept after it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow run samples/earthquakes",
      "  windrow run samples/earthquakes --chaos 7 --results results.jsonl",
      "  windrow run samples/ad-clicks --shards 4 --partition-key user_id",
      "  windrow run my-pipeline --input events.jsonl --until-drained",
      "  tail -f events.log | windrow run my-pipeline --input -"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The directory of pipeline.yaml.")
  private Path directory = Path.of("");

  @Mixin private RunOptions options = new RunOptions();

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @Override
  public Integer call() throws Exception {
    options.check();
    CompletableFuture<DynamoDbLocal> dynamoDb = DynamoJars.start();
    PipelineDirectory files = new PipelineDirectory(directory);
    Plan plan = files.plan();
    Start start = start(plan);
    // closed in reverse: a run that is interrupted ends when its files are whole
    try (Interruption interruption = Interruption.listen();
        Outputs outputs = Outputs.open(options.results, options.totals, options.rejects);
        EmbeddedAws aws = EmbeddedAws.start(dynamoDb.join(), options.port(start.drains))) {
      RunProgress progress = new RunProgress();
      PartitionKeys keys = options.partitionKey.keys();
      try (EmbeddedPipeline pipeline =
          EmbeddedPipeline.start(aws, plan, files, options.settings(), progress)) {
        Feed feed = Feed.start(start.input, keys, pipeline);
        Refresher refresher = Refresher.start(display(plan, aws, progress, start));
        try {
          run(new PipelineRun(pipeline, feed, interruption), start);
        } finally {
          refresher.close();
        }
        report(pipeline, progress, outputs);
        keys.remark().ifPresent(err::println);
      }
    }
    return 0;
  }

  private static void run(PipelineRun run, Start start) throws InterruptedException {
    if (start.drains) {
      run.untilDrained();
    } else {
      run.untilInterrupted();
    }
  }

  /**
   * What a run begins with.
   *
   * @param drains whether it ends when that is drained
   */
  private record Start(Input input, boolean drains) {}

  private Start start(Plan plan) {
    if (options.input != null) {
      return new Start(Input.of(options.input), options.untilDrained);
    }
    Path beside = directory.resolve(plan.definition().name() + ".jsonl");
    if (!options.live && Files.exists(beside)) {
      return new Start(Input.of(beside), true);
    }
    if (options.untilDrained) {
      throw new UserError(
          "--until-drained needs an input that ends: give --input FILE, or - for the standard input.");
    }
    return new Start(Input.none(), false);
  }

  private Display display(Plan plan, EmbeddedAws aws, RunProgress progress, Start start) {
    String title =
        "%s: Kinesis stream %s at %s%s"
            .formatted(
                plan.definition().name(),
                plan.definition().source().streamName(),
                aws.kinesis(),
                start.drains ? "" : ", Ctrl-C ends the run");
    return Terminal.find(System.getenv())
        .<Display>map(terminal -> new LiveTable(title, plan.views(), progress, terminal, out))
        .orElseGet(() -> new PlainLines(title, progress, out));
  }

  private void report(EmbeddedPipeline pipeline, RunProgress progress, Outputs outputs) {
    Outcome outcome = Outcome.of(pipeline);
    outputs.write(outcome, pipeline.stored());
    pipeline.stored().fileRest(options.filing());
    out.println(Summary.of(outcome.counts(), outcome.redelivered(), outcome.results().size()));
    if (options.chaos != null) {
      out.println("chaos " + options.chaos + ": " + Summary.faults(progress.now().faults()));
    }
  }
}
