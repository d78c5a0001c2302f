package io.windrow.local.estimate;

import io.windrow.functions.telemetry.Dimension;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a pipeline costs a month under a load, by service. */
public final class Estimate {
  private static final double MEMORY_GB = 1769 / 1024.0;

  /** Of a call that commits: the way to DynamoDB and back, and the fold of each record. */
  private static final double CALL_SECONDS = 0.015;

  private static final double RECORD_SECONDS = 2e-6;

  /** Of a call that settles: the frontier, and the head of each shard. */
  private static final double SETTLE_SECONDS = 0.030;

  private static final double HEAD_SECONDS = 0.004;

  /** For each commit: it is read, merged into runs, and given its time to live. */
  private static final double COMPACT_SECONDS = 0.001;

  private static final double LOG_BYTES_A_CALL = 2000;
  private static final double REASONS = 5;

  /** Metrics that alarms watch, whatever the views; one with arithmetic watches several. */
  private static final double FIXED_ALARMS = 47;

  private final Definition definition;
  private final Load load;
  private final WriteUnits units;
  private final Settlings settlings;

  public Estimate(Definition definition, Load load) {
    this.definition = definition;
    this.load = load;
    this.units = new WriteUnits(definition, load);
    this.settlings = new Settlings(definition, load);
  }

  /** Dollars a month for one service, and what they buy. */
  public record Line(String service, double dollars, String what) {}

  /** What the stream costs, which any way to process it needs. */
  public Line stream() {
    return load.capacity().line(load);
  }

  /** What Windrow adds to the stream. */
  public List<Line> processing() {
    Stream<Line> consumer =
        definition.source().hasConsumer()
            ? Stream.of(load.capacity().consumer(load))
            : Stream.empty();
    return Stream.concat(consumer, Stream.of(lambda(), dynamoDb(), cloudWatch(), key())).toList();
  }

  private Line lambda() {
    double commitSeconds = CALL_SECONDS + RECORD_SECONDS * load.recordsPerBatch();
    double settleSeconds = SETTLE_SECONDS + HEAD_SECONDS * load.shards();
    double seconds =
        load.batches() * (commitSeconds + COMPACT_SECONDS) + settlings.all() * settleSeconds;
    double calls = load.batches() + settlings.all();
    return new Line(
        "Lambda",
        Prices.SECONDS_A_MONTH
            * (calls * Prices.INVOCATION + seconds * MEMORY_GB * Prices.GB_SECOND),
        "%,.1f million calls, %,.0f records a batch"
            .formatted(calls * Prices.SECONDS_A_MONTH / 1e6, load.recordsPerBatch()));
  }

  private Line dynamoDb() {
    double writes = units.all() * Prices.SECONDS_A_MONTH;
    double reads = units.reads() * Prices.SECONDS_A_MONTH;
    return new Line(
        "DynamoDB",
        writes * Prices.WRITE_UNIT + reads * Prices.READ_UNIT,
        "%,.1f million write units (%,.0f %% for results), %,.1f million read units"
            .formatted(writes / 1e6, 100 * units.ofResults() / units.all(), reads / 1e6));
  }

  private Line cloudWatch() {
    double logs =
        (load.batches() + settlings.all()) * LOG_BYTES_A_CALL * Prices.SECONDS_A_MONTH / Prices.GB;
    return new Line(
        "CloudWatch",
        metrics() * Prices.METRIC
            + alarmedMetrics() * Prices.ALARM
            + Prices.COMPOSITE_ALARM
            + Prices.DASHBOARD
            + logs * Prices.LOG_GB,
        "%.0f metrics, alarms on %.0f, a dashboard, %,.1f GB of logs"
            .formatted(metrics(), alarmedMetrics(), logs));
  }

  double alarmedMetrics() {
    return FIXED_ALARMS + definition.views().size();
  }

  double metrics() {
    return Arrays.stream(FunctionMetric.values()).mapToDouble(this::copies).sum()
        + definition.views().stream().mapToDouble(this::valuesOfGreatest).sum();
  }

  /** At least: over a month, more groups than that may be among the greatest. */
  private double valuesOfGreatest(ViewDefinition view) {
    ViewDefinition.Metric metric = view.metric();
    return metric == null ? 0 : Math.min(metric.top(), load.groups()) * view.compute().size();
  }

  private double copies(FunctionMetric metric) {
    if (metric.dimensions().contains(Dimension.VIEW)) {
      return definition.views().size();
    }
    return metric.dimensions().contains(Dimension.REASON) ? REASONS : 1;
  }

  private static Line key() {
    return new Line("KMS", Prices.KEY, "the key of the alarms' topic");
  }

  /** What all that Windrow adds costs together. */
  public double processingDollars() {
    return processing().stream().mapToDouble(Line::dollars).sum();
  }

  public double writeUnitsPerThousandEvents() {
    return 1000 * units.all() / load.rate();
  }

  /** The least that an always-on cluster costs, without the stream. */
  public static double flinkDollars() {
    return Prices.FLINK_HOUR * Prices.HOURS_A_MONTH;
  }

  /** The rate at which the smallest cluster costs as much; it may be more than one can carry. */
  public double evenRate() {
    double low = 1e-3;
    double high = 1e9;
    while (high / low > 1.01) {
      double middle = Math.sqrt(low * high);
      if (new Estimate(definition, load.at(middle)).processingDollars() < flinkDollars()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
