package io.windrow.local.command;

import io.windrow.local.samples.AdClicks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code windrow generate ad-clicks}: events of the Yahoo streaming benchmark. */
@Command(
    name = "ad-clicks",
    description =
        "Writes events of the sample ad-clicks, a line each: the same ones for the same seed and rate.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow generate ad-clicks --events 1000000 --seed 7 > million.jsonl",
      "  windrow run samples/ad-clicks --input million.jsonl --until-drained"
    })
final class GenerateAdClicks implements Callable<Integer> {
  @Mixin private GeneratedLines lines = new GeneratedLines();

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "" + AdClicks.EVENTS_A_SECOND,
      description = "Events in a second of event time (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Override
  public Integer call() {
    OptionBounds.atLeast(1, "--rate", rate);
    AdClicks clicks = new AdClicks(lines.seed(), rate);
    return lines.write(clicks::next);
  }
}
