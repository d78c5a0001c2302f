package io.windrow.benchmarks.scale;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.util.List;
import java.util.Locale;

/**
 * A window of a million groups, or a million sessions, closed by invocations that are each cut
 * short and start cold: every result is compared with what its clicks add up to.
 */
public final class ManyGroups {
  private static final DayOfClicks DAY = new DayOfClicks(500, 8_000, 1_000_000);

  /** Some two minutes of puts, at two thousand a second. */
  private static final int RESULTS_AN_INVOCATION = 240_000;

  private final Pipeline pipeline;
  private final MemoryStream stream = new MemoryStream();
  private final CheckedResults results = new CheckedResults(DAY);
  private final Ports ports = new MemoryState().ports(stream).with(results);

  private ManyGroups(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Runs once, with a session for each group if {@code sessions} is given; give it the memory of a
   * function with {@code -Xmx}.
   */
  public static void main(String[] args) {
    ManyGroups groups =
        new ManyGroups(
            List.of(args).contains("sessions") ? DayOfClicks.sessions() : DayOfClicks.pipeline());
    groups.commit();
    groups.close();
  }

  private void commit() {
    long begun = System.nanoTime();
    stream.open(DayOfClicks.SHARD, List.of());
    Committer committer = new Committer(ports.chains(), pipeline.steps(), pipeline.origin());
    Settler settler = settler();
    for (int batch = 0; batch < DAY.batches(); batch++) {
      committer.commit(DAY.batch(batch), "batch-" + batch, DAY.time(batch));
      settler.settle(DAY.time(batch), "settling-" + batch);
    }
    committer.commit(DAY.daysLater(), "days-later", DAY.time(DAY.batches()));
    report("committed and settled", begun);
  }

  private void close() {
    boolean closing = true;
    for (int invocation = 1; closing; invocation++) {
      long begun = System.nanoTime();
      closing = invoke("invocation-" + invocation);
      report("invocation " + invocation, begun);
    }
    if (!results.isComplete()) {
      throw new IllegalStateException("the window has closed without all of its results");
    }
  }

  /** What the function does until its time is nearly over; whether there is more to do. */
  private boolean invoke(String token) {
    Settler cold = settler();
    long most = results.puts() + RESULTS_AN_INVOCATION;
    Deadline deadline = () -> results.puts() >= most;
    boolean closing = true;
    while (closing && !deadline.isNear()) {
      closing = cold.settle(DAY.time(DAY.batches()), token, deadline).frontier().isClosing();
    }
    return closing;
  }

  private Settler settler() {
    return new Settler(ports, pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD);
  }

  private void report(String what, long begun) {
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s; %,d results put, %,d of them again; heap %,d MB of %,d MB%n",
        what,
        (System.nanoTime() - begun) / 1e9,
        results.puts(),
        results.repeated(),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
  }
}
