package io.windrow.local.command;

import io.windrow.local.samples.AdClicks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code windrow generate ad-clicks}. */
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
  @Option(
      names = "--events",
      paramLabel = "N",
      required = true,
      description = "How many events are written.")
  private long events;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What they are drawn by (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "" + AdClicks.EVENTS_A_SECOND,
      description = "Events in a second of event time (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Override
  public Integer call() throws IOException {
    if (rate < 1 || events < 0) {
      throw new UserError(
          "--events is %d and --rate is %d; there must be 0 and 1 at least."
              .formatted(events, rate));
    }
    AdClicks clicks = new AdClicks(seed, rate);
    GeneratedLines.write(clicks::next, events);
    return 0;
  }
}
