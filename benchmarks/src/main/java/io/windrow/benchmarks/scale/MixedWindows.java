package io.windrow.benchmarks.scale;

import io.windrow.contract.EventTime;
import io.windrow.definition.PipelineBuilder;
import io.windrow.definition.ViewBuilder;
import io.windrow.enrichment.ReferenceData;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Short windows of users that come and go, beside a window of a week: what it takes to settle them
 * while the entries of hours pile up, and to close the week from runs in the end.
 */
public final class MixedWindows {
  private static final String SHARD = "shardId-000000000000";
  private static final int USERS_A_SECOND = 1_500;
  private static final int SETTLED_EVERY = 10;
  private static final int REPORTED_EVERY = 1_000;

  /** Past 64 runs of 64 commits, of which a larger one is made. */
  private static final int SECONDS = 5_000;

  /** The start of a week since the epoch. */
  private static final long START = 2_900L * Duration.ofDays(7).toMillis();

  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "user"],
       "properties": {"at": {"type": "integer"}, "user": {"type": "integer"}}}
      """;

  private final AtomicLong results = new AtomicLong();
  private final MemoryStream stream = new MemoryStream();
  private final Ports ports =
      new MemoryState().ports(stream).with(written -> results.addAndGet(written.size()));
  private final Pipeline pipeline;
  private long clicks;

  private MixedWindows(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Runs once, with sessions of 30 s in place of windows of 10 s if {@code sessions} is given; give
   * it the memory of a function with {@code -Xmx}.
   */
  public static void main(String[] args) {
    boolean sessions = List.of(args).contains("sessions");
    new MixedWindows(
            sessions
                ? pipeline(view -> view.session(Duration.ofSeconds(30)))
                : pipeline(view -> view.tumbling(Duration.ofSeconds(10))))
        .run();
  }

  private static Pipeline pipeline(UnaryOperator<ViewBuilder> window) {
    Definition definition =
        new PipelineBuilder("visits")
            .kinesis("visits")
            .contract("visit.json")
            .time("at", EventTime.Unit.MILLIS)
            .view("users", view -> window.apply(view.by("user")).compute("n", "count()"))
            .view("week", view -> view.tumbling(Duration.ofDays(7)).compute("n", "count()"))
            .build(path -> Optional.of(CONTRACT.getBytes(StandardCharsets.UTF_8)));
    return Pipeline.of(Plan.of(definition, 1), MixedWindows::noTable);
  }

  private static ReferenceData noTable(Lookup lookup) {
    throw new IllegalStateException("visits are not enriched, not even by " + lookup);
  }

  private void run() {
    stream.open(SHARD, List.of());
    Committer committer = new Committer(ports.chains(), pipeline.steps(), pipeline.origin());
    Settler settler = settler();
    for (int second = 0; second < SECONDS; second++) {
      long now = START + second * 1_000L;
      committer.commit(batch(USERS_A_SECOND, now), "second-" + second, now);
      if (second % SETTLED_EVERY == SETTLED_EVERY - 1) {
        settle(settler, now);
      }
      if (second % REPORTED_EVERY == REPORTED_EVERY - 1) {
        report("after " + (second + 1) + " commits");
      }
    }
    long weekLater = START + Duration.ofDays(8).toMillis();
    committer.commit(batch(1, weekLater), "week-later", weekLater);
    settle(settler(), weekLater);
    report("the week closed from a cold start");
    long expected = (long) SECONDS * USERS_A_SECOND + 1;
    if (results.get() != expected) {
      throw new IllegalStateException(
          "%,d results were put, and %,d are due".formatted(results.get(), expected));
    }
  }

  private Settler settler() {
    return new Settler(ports, pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD);
  }

  private static void settle(Settler settler, long now) {
    boolean closing = true;
    for (int call = 0; closing; call++) {
      closing = settler.settle(now, now + "-" + call).frontier().isClosing();
    }
  }

  private Batch batch(int visits, long now) {
    List<StreamRecord> records = new ArrayList<>(visits);
    for (int i = 0; i < visits; i++) {
      byte[] data =
          "{\"at\":%d,\"user\":%d}".formatted(now, ++clicks).getBytes(StandardCharsets.UTF_8);
      Position position = new Position(SHARD, Long.toString(clicks), 0);
      records.add(new StreamRecord(position, "key", now, data, false));
    }
    return new Batch(SHARD, records);
  }

  private void report(String when) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d results, heap in use %,d MB of %,d MB, the ledger in memory included%n",
        when,
        results.get(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
  }
}
