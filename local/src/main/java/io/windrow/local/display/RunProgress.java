package io.windrow.local.display;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Kept;
import io.windrow.local.chaos.Fault;
import io.windrow.local.run.RunListener;
import io.windrow.view.Result;
import io.windrow.window.Watermark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How far a run has come, as it was told. Safe for any number of threads. */
public final class RunProgress implements RunListener {
  private static final int REMEMBERED_RESULTS = 10_000;
  private static final int KEPT_UNTIL_SHOWN = 1_000;

  private final Map<String, Long> watermarks = new HashMap<>();
  private final Set<String> lastIds = new LinkedHashSet<>();
  private final Deque<Result> fresh = new ArrayDeque<>();
  private final Deque<String> warnings = new ArrayDeque<>();
  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private final Consumer<Result> each;
  private final Consumer<List<Kept>> kept;
  private Counts counts = Counts.NONE;
  private long results;
  private long passedOver;
  private long begun = Watermark.NONE;
  private long reached = Watermark.NONE;
  private long closed = Watermark.NONE;

  /**
   * A run that begins.
   *
   * @param each takes every result once, unless more than 10,000 others came before it again
   * @param kept takes the records that are kept whole
   */
  public RunProgress(Consumer<Result> each, Consumer<List<Kept>> kept) {
    this.each = each;
    this.kept = kept;
  }

  /**
   * A moment of a run.
   *
   * @param watermark the least of the shards
   * @param begun the first watermark there was
   * @param reached the greatest watermark that an event has raised
   * @param closed the watermark up to which windows are closed
   * @param results how many there are
   * @param faults how often chaos has struck
   */
  public record Moment(
      Counts counts,
      long watermark,
      long begun,
      long reached,
      long closed,
      long results,
      Map<Fault, Long> faults) {
    public Moment {
      faults = Collections.unmodifiableMap(new EnumMap<>(faults));
    }
  }

  /**
   * What has come since it was last asked for.
   *
   * @param passedOver how many results are not among them, since there were too many
   */
  public record News(List<Result> results, long passedOver, List<String> warnings) {
    public News {
      results = List.copyOf(results);
      warnings = List.copyOf(warnings);
    }
  }

  @Override
  public synchronized void entered(String shard, Entry entry) {
    watermarks.put(shard, entry.watermark());
    if (entry instanceof Entry.Begin begin) {
      begin.parents().forEach(watermarks::remove);
    }
    if (entry instanceof Entry.Commit commit) {
      counts = counts.plus(commit.counts());
    }
    if (entry.watermark() != Watermark.NONE && entry.watermark() != Watermark.END) {
      begun = begun == Watermark.NONE ? entry.watermark() : Math.min(begun, entry.watermark());
      reached = Math.max(reached, entry.watermark());
    }
  }

  @Override
  public synchronized void announced(List<Result> announced) {
    for (Result result : announced) {
      if (lastIds.add(result.id())) {
        results++;
        each.accept(result);
        fresh.addLast(result);
      }
    }
    while (fresh.size() > KEPT_UNTIL_SHOWN) {
      fresh.removeFirst();
      passedOver++;
    }
    while (lastIds.size() > REMEMBERED_RESULTS) {
      lastIds.remove(lastIds.iterator().next());
    }
  }

  @Override
  public void kept(List<Kept> records) {
    kept.accept(records);
  }

  @Override
  public synchronized void closed(long watermark) {
    closed = Math.max(closed, watermark);
  }

  @Override
  public synchronized void struck(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  @Override
  public synchronized void warned(String message) {
    warnings.addLast(message);
    if (warnings.size() > KEPT_UNTIL_SHOWN) {
      warnings.removeFirst();
    }
  }

  /** How it stands now. */
  public synchronized Moment now() {
    long least = watermarks.values().stream().mapToLong(Long::longValue).min().orElse(begun);
    return new Moment(counts, least, begun, reached, closed, results, faults);
  }

  /** Takes what has come. */
  synchronized News news() {
    News news = new News(new ArrayList<>(fresh), passedOver, new ArrayList<>(warnings));
    fresh.clear();
    warnings.clear();
    passedOver = 0;
    return news;
  }
}
