package io.windrow.ledger;

import io.windrow.encoding.BinaryWriter;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Result;
import io.windrow.view.ResultSize;
import io.windrow.view.Row;
import io.windrow.view.View;
import io.windrow.window.Timestamps;
import io.windrow.window.Watermark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of the windows that one closing closes, in the order in which every closer writes
 * them. They are worked out as they are asked for, some windows at a time: where event time has
 * come far, far more may be due than there is memory for.
 */
final class DueResults {
  private final List<DueWindows> views;
  private final long closing;
  private final Checkpoint after;
  private final Deque<Due> found = new ArrayDeque<>();
  private long from;

  /**
   * The results of the closing under way.
   *
   * @param after how far they have been written
   */
  DueResults(Collection<Delta> deltas, Frontier frontier, Checkpoint after) {
    this.closing = frontier.closing();
    this.after = after;
    this.from =
        after.closesAt() == Watermark.NONE
            ? frontier.closed()
            : Math.max(frontier.closed(), after.closesAt() - 1);
    this.views = deltas.stream().map(delta -> DueWindows.of(delta, from, closing)).toList();
  }

  /** The next results, so many unless they come to an end; none when all were handed out. */
  List<Due> next(int many) {
    while (found.size() < many && from < closing) {
      findMore();
    }
    List<Due> next = new ArrayList<>();
    while (next.size() < many && !found.isEmpty()) {
      next.add(found.remove());
    }
    return next;
  }

  /** All that closes by some watermark, of every view, so that the order holds. */
  private void findMore() {
    long to = closing;
    for (DueWindows view : views) {
      to = Math.min(to, view.horizon(from));
    }
    List<Due> more = new ArrayList<>();
    for (DueWindows view : views) {
      for (DueWindow window : view.next(from, to)) {
        Checkpoint at = at(view.view(), window);
        if (at.compareTo(after) > 0) {
          more.add(new Due(at, view.view(), window));
        }
      }
    }
    more.sort(Comparator.comparing(Due::at));
    found.addAll(more);
    from = to;
  }

  private Checkpoint at(View view, DueWindow window) {
    BinaryWriter mark = new BinaryWriter().writeString(view.name()).writeLong(window.start());
    window.group().encode(mark);
    return new Checkpoint(closing, window.closesAt(), mark.toBytes());
  }

  /** A result that is due, and its place in the order of the closing. */
  record Due(Checkpoint at, View view, DueWindow window) {

    /**
     * The result.
     *
     * @param incompleteBefore windows that a shard was lost for are incomplete
     */
    Result result(long incompleteBefore) {
      return fitting(
          new Result(
              view.name(),
              named(view, window.group()),
              window.start(),
              window.end(),
              0,
              Row.of(view, window.rows().get()).finish(),
              view.window().firstThatMatters(window.start()) < incompleteBefore,
              view.window().zone()));
    }

    /** Own code alone can make one that no item holds; its group and value are not for the log. */
    private static Result fitting(Result result) {
      long size = ResultSize.of(result);
      if (size <= ResultSize.LIMIT) {
        return result;
      }
      Map<String, Long> sizes = new TreeMap<>();
      result.values().forEach((name, value) -> sizes.put(name, ResultSize.of(value)));
      String longest = Collections.max(sizes.entrySet(), Map.Entry.comparingByValue()).getKey();
      throw new LedgerException(
          ("a result of view %s, of the window from %s, has %d bytes and may have %d; its value %s"
                  + " has %d of them: let finish of the plug-in's aggregate return less, and deploy")
              .formatted(
                  result.view(),
                  Timestamps.iso(result.windowStart()),
                  size,
                  ResultSize.LIMIT,
                  longest,
                  sizes.get(longest)));
    }

    private static Map<String, @Nullable Object> named(View view, Group group) {
      List<@Nullable Object> values = group.values();
      Map<String, @Nullable Object> named = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        named.put(view.by().get(i).name(), values.get(i));
      }
      return named;
    }
  }
}
