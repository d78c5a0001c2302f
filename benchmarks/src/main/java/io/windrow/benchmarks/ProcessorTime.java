package io.windrow.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The same measurements as {@link BatchBenchmark}, by the thread's own processor time: the ones to
 * compare on a machine that does other things too. They take turns, so that all see the same load.
 */
public final class ProcessorTime {
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 6;
  private static final long ROUND_NANOS = 500_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Prints, for each measurement, records a second in its median round and in its best. */
  public static void main(String[] args) {
    BatchBenchmark benchmark = new BatchBenchmark();
    benchmark.check();
    Map<String, Supplier<Object>> measured = new TreeMap<>();
    measured.put("envelope to KinesisEvent", benchmark::envelopeToKinesisEvent);
    measured.put("envelope to records", benchmark::envelopeToRecords);
    measured.put("records to commit", benchmark::recordsToCommit);
    measured.put("envelope to commit", benchmark::envelopeToCommit);
    Map<String, double[]> rates = new TreeMap<>();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      int number = round;
      measured.forEach(
          (name, call) -> {
            double rate = rate(call);
            if (number >= 0) {
              rates.computeIfAbsent(name, n -> new double[ROUNDS])[number] = rate;
            }
          });
    }
    rates.forEach(ProcessorTime::report);
  }

  private static double rate(Supplier<Object> call) {
    long begun = THREADS.getCurrentThreadCpuTime();
    long used = 0;
    long batches = 0;
    while (used < ROUND_NANOS) {
      Object unused = call.get();
      batches++;
      used = THREADS.getCurrentThreadCpuTime() - begun;
    }
    return batches * AdClicksBatch.RECORDS * 1e9 / used;
  }

  private static void report(String name, double[] rates) {
    Arrays.sort(rates);
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f M records a second, at best %.2f M%n",
        name,
        rates[ROUNDS / 2] / 1e6,
        rates[ROUNDS - 1] / 1e6);
  }
}
