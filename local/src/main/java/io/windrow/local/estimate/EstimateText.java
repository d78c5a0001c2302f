package io.windrow.local.estimate;

import io.windrow.plan.Definition;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** An estimate as a person reads it. */
public final class EstimateText {
  private static final int MOST_DIGITS = 340;

  private EstimateText() {}

  /** The lines of an estimate. */
  public static List<String> of(Definition definition, Load load) {
    Estimate estimate = new Estimate(definition, load);
    List<String> lines = new ArrayList<>();
    lines.add(head(definition, load));
    lines.add(line(estimate.stream()));
    estimate.processing().forEach(line -> lines.add(line(line)));
    lines.add(line(together(estimate)));
    lines.add(
        "Write units per thousand events: %,.2f".formatted(estimate.writeUnitsPerThousandEvents()));
    lines.add(flink(estimate));
    lines.add("Not in it: storage, backups, traffic between regions, free tiers.");
    return lines;
  }

  private static String flink(Estimate estimate) {
    String least =
        "Managed Flink, always on, in place of Windrow's part: at least $%,.2f."
            .formatted(Estimate.flinkDollars());
    double even = estimate.evenRate();
    return even < 1
        ? least + " With so many groups and results it is cheaper at any rate."
        : least + " The two cost the same at some %,.0f events a second.".formatted(even);
  }

  private static String head(Definition definition, Load load) {
    return "%s at %s events a second of %,d bytes, %,d groups a window; a month in %s at list prices of %s"
        .formatted(
            definition.name(), rate(load), load.bytes(), load.groups(), Prices.REGION, Prices.DATE);
  }

  /** Every digit that was asked for: a rate may be far below 1. */
  private static String rate(Load load) {
    NumberFormat digits = NumberFormat.getInstance();
    digits.setMaximumFractionDigits(MOST_DIGITS);
    return digits.format(load.rate());
  }

  private static Estimate.Line together(Estimate estimate) {
    double processing = estimate.processingDollars();
    return new Estimate.Line(
        "Together",
        estimate.stream().dollars() + processing,
        "of which $%,.2f is Windrow's part".formatted(processing));
  }

  private static String line(Estimate.Line line) {
    return "  %-11s $%,10.2f   %s".formatted(line.service(), line.dollars(), line.what());
  }
}
