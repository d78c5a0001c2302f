package io.windrow.local.command;

import io.windrow.local.samples.ShopClicks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code windrow generate shop-sessions}: clicks of visitors of a shop. */
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
  @Mixin private GeneratedLines lines = new GeneratedLines();

  @Override
  public Integer call() {
    ShopClicks clicks = new ShopClicks(lines.seed());
    return lines.write(clicks::next);
  }
}
