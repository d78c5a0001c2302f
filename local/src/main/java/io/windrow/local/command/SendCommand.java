package io.windrow.local.command;

import io.windrow.local.display.ProgressBar;
import io.windrow.local.display.Terminal;
import io.windrow.local.display.TerminalWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windrow send}: the lines of a file to a stream, on AWS or here. */
@Command(
    name = "send",
    description =
        "Puts the lines of a file to a Kinesis stream, in order: on AWS with the account and region of the environment, or to any endpoint.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow send samples/earthquakes/earthquakes.jsonl --stream earthquakes --endpoint http://127.0.0.1:4568",
      "  windrow send events.jsonl --stream clicks --region eu-west-1 --partition-key user.id --rate 500"
    })
final class SendCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "Records, a line each, unpacked if it is named .gz; - for the standard input.")
  private String file = "";

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      required = true,
      description = "The stream's name, or its ARN.")
  private String stream = "";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Where Kinesis is, if not on AWS: the address that windrow run shows.")
  private @Nullable URI endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The stream's region (default: that of the environment).")
  private @Nullable String region;

  @Mixin private PartitionKeyOption partitionKey = new PartitionKeyOption();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Records a second (default: as fast as the stream takes them).")
  private @Nullable Integer rate;

  @Override
  public Integer call() throws InterruptedException {
    if (rate != null) {
      OptionBounds.atLeast(1, "--rate", rate);
    }
    Input input = Input.of(file);
    try {
      send(input);
    } catch (IOException e) {
      throw new UserError("Cannot read %s: %s.".formatted(input.name(), e.getMessage()));
    }
    return 0;
  }

  private void send(Input input) throws IOException, InterruptedException {
    try (Lines lines = input.lines();
        TargetStream target = TargetStream.open(stream, endpoint, region);
        Interruption interruption = Interruption.listen()) {
      ProgressBar bar =
          new ProgressBar(
              Terminal.find(System.getenv()).map(TerminalWindow::of), size(), System.out);
      PartitionKeys keys = partitionKey.keys();
      Sender sender = new Sender(target, keys, new Pace(rate));
      while (!interruption.await(0) && sender.sendNext(lines)) {
        bar.show(sender.sent(), lines.bytesTaken());
      }
      bar.finish(sender.sent(), stream);
      keys.remark().ifPresent(System.err::println);
    }
  }

  private long size() throws IOException {
    Path path = Path.of(file);
    boolean isKnown = Files.isRegularFile(path) && !Input.isCompressed(path);
    return isKnown ? Files.size(path) : 0;
  }
}
