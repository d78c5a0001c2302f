package io.windrow.benchmarks.scale;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.ledger.Committer;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What it takes to close a day-long window, against the number of commits that it covers: a shard's
 * commits with settling in between, as deployed, then the closing by a settler that starts cold.
 */
public final class LongWindow {
  private static final int CLICKS = 20;
  private static final int CAMPAIGNS = 200;
  private static final int COMMITS_A_SETTLING = RunBounds.STANDARD.fan();
  private static final Path DYNAMODB = Path.of("dynamodb-local", "target", "jars");
  private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000);

  private final Pipeline pipeline = DayOfClicks.pipeline();
  private final MeteredTables tables;
  private final DayOfClicks day;

  private LongWindow(MeteredTables tables, DayOfClicks day) {
    this.tables = tables;
    this.day = day;
  }

  /** Runs for the numbers of commits that are given, or for the usual ones. */
  public static void main(String[] args) {
    List<Integer> sizes =
        args.length == 0 ? SIZES : Arrays.stream(args).map(Integer::valueOf).toList();
    try (DynamoDbLocal dynamoDb = DynamoDbLocal.start(DYNAMODB, 0)) {
      for (int size : sizes) {
        try (MeteredTables tables = MeteredTables.create(dynamoDb.endpoint())) {
          new LongWindow(tables, new DayOfClicks(size, CLICKS, CAMPAIGNS)).run();
        }
      }
    }
  }

  private void run() {
    tables.stream().open(DayOfClicks.SHARD, List.of());
    Committer committer =
        new Committer(tables.ports(() -> {}).chains(), pipeline.steps(), pipeline.origin());
    Settler warm = settler(() -> {});
    Usage settling = Usage.NONE;
    Usage begun = tables.used();
    for (int batch = 0; batch < day.batches(); batch++) {
      committer.commit(day.batch(batch), "batch-" + batch, day.time(batch));
      if ((batch + 1) % COMMITS_A_SETTLING == 0) {
        Usage before = tables.used();
        warm.settle(day.time(batch), "settling-" + batch);
        settling = settling.plus(tables.used().minus(before));
      }
    }
    Usage all = tables.used().minus(begun);
    report("commits", all.minus(settling));
    report("settling meanwhile", settling);
    close(committer);
  }

  private void close(Committer committer) {
    committer.commit(day.daysLater(), "days-later", day.time(day.batches()));
    Usage before = tables.used();
    long begun = System.nanoTime();
    Settler cold =
        settler(
            () ->
                report(
                    "closing, %d ms".formatted((System.nanoTime() - begun) / 1_000_000),
                    tables.used().minus(before)));
    int results = cold.settle(day.time(day.batches()), "closing").results().size();
    if (results != CAMPAIGNS) {
      throw new IllegalStateException("the window closed with " + results + " results");
    }
  }

  private Settler settler(Runnable onClosed) {
    return new Settler(
        tables.ports(onClosed), pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD);
  }

  private void report(String what, Usage used) {
    System.out.printf(
        Locale.ROOT,
        "%,d commits | %s | %,d reads, %,d items, %,.1f read units | %,d writes, %,.1f write units%n",
        day.batches(),
        what,
        used.reads(),
        used.items(),
        used.readUnits(),
        used.writes(),
        used.writeUnits());
  }
}
