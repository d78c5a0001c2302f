package io.windrow.local.command;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.local.diagnosis.Diagnosis;
import io.windrow.local.display.Display;
import io.windrow.local.display.LiveTable;
import io.windrow.local.display.PlainLines;
import io.windrow.local.display.Refresher;
import io.windrow.local.display.RunProgress;
import io.windrow.local.display.Terminal;
import io.windrow.local.display.TerminalWindow;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Outputs outputs = Outputs.open(options, !start.drains);
        EmbeddedAws aws = EmbeddedAws.start(dynamoDb::join, options.port(start.drains))) {
      Diagnosis diagnosis = new Diagnosis(plan.definition());
      RunProgress progress = new RunProgress(outputs::announced, diagnosis::kept);
      PartitionKeys keys = options.partitionKey.keys();
      try (EmbeddedPipeline pipeline =
          EmbeddedPipeline.start(aws, plan, files, options.settings(), progress)) {
        Feed feed = Feed.start(start.input, keys, pipeline);
        RunWatch watch =
            new RunWatch(
                new SilenceWatch(plan, aws, pipeline, progress::warned), diagnosis, progress);
        Refresher display = Refresher.start(display(plan, aws, progress, start));
        boolean complete;
        try {
          complete = isComplete(new PipelineRun(pipeline, feed, interruption, watch::look), start);
        } finally {
          display.close();
        }
        new RunReport(plan.views(), progress, options, start.drains)
            .of(pipeline, outputs, complete);
        diagnosis
            .of(progress.now().counts(), progress.now().reached())
            .ifPresentOrElse(err::println, () -> diagnosis.failures().forEach(err::println));
        keys.remark().ifPresent(err::println);
      }
    }
    return 0;
  }

  /** Whether a run came to its end; a live one has none. */
  private static boolean isComplete(PipelineRun run, Start start) throws InterruptedException {
    if (start.drains) {
      return run.untilDrained();
    }
    run.untilInterrupted();
    return false;
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
    List<String> heading = heading(plan.definition(), aws, start);
    return Terminal.find(System.getenv())
        .map(TerminalWindow::of)
        .<Display>map(window -> new LiveTable(heading, plan.views(), progress, window, out))
        .orElseGet(() -> new PlainLines(heading, progress, out));
  }

  private static List<String> heading(Definition definition, EmbeddedAws aws, Start start) {
    String name = definition.name();
    return List.of(
        "%s: Kinesis stream %s at %s%s"
            .formatted(
                name,
                definition.source().streamName(),
                aws.kinesis(),
                start.drains ? "" : ", Ctrl-C ends the run"),
        "%s: DynamoDB tables %s at %s"
            .formatted(name, String.join(", ", EmbeddedPipeline.tableNames(name)), aws.dynamoDb()));
  }
}
