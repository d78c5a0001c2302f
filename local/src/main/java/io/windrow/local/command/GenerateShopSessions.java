package io.windrow.local.command;

import io.windrow.local.samples.ShopClicks;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code windrow generate shop-sessions}. */
@Command(
    name = "shop-sessions",
    description =
        "Writes events of the sample shop-sessions, a line each: the same ones for the same seed.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  windrow generate shop-sessions --events 100000 --seed 7 > weeks.jsonl",
      "  windrow run samples/shop-sessions --input weeks.jsonl --until-drained"
    })
final class GenerateShopSessions implements Callable<Integer> {

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

  @Override
  public Integer call() throws IOException {
    if (events < 0) {
      throw new UserError("--events is %d; there must be 0 at least.".formatted(events));
    }
    ShopClicks clicks = new ShopClicks(seed);
    GeneratedLines.write(clicks::next, events);
    return 0;
  }
}
