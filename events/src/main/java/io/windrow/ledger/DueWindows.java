package io.windrow.ledger;

import io.windrow.encoding.BinaryWriter;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Result;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows that one closing closes, with the results of their groups. */
final class DueWindows {
  private DueWindows() {}

  /** The results of the closing in the order in which every closer writes them. */
  static List<Due> of(Iterable<Delta> deltas, long closed, long closing) {
    List<Due> due = new ArrayList<>();
    for (Delta delta : deltas) {
      rowsByWindow(delta, closed, closing)
          .forEach(
              (window, rows) ->
                  rows.forEach(
                      (group, row) -> due.add(due(delta.view(), window, group, row, closing))));
    }
    due.sort((left, right) -> left.at.compareTo(right.at));
    return due;
  }

  private static Map<Long, Map<Group, Row>> rowsByWindow(Delta delta, long closed, long closing) {
    WindowPolicy policy = delta.view().window();
    Map<Long, Map<Group, Row>> windows = new HashMap<>();
    delta
        .slots()
        .forEach(
            (slot, rows) -> {
              for (long window = firstDue(policy, slot, closed);
                  window <= policy.lastWindow(slot.pane()) && policy.closesAt(window) <= closing;
                  window += policy.slide()) {
                Map<Group, Row> into = windows.computeIfAbsent(window, w -> new HashMap<>());
                rows.forEach(
                    (group, row) ->
                        into.computeIfAbsent(group, g -> Row.empty(delta.view())).combine(row));
              }
            });
    return windows;
  }

  private static long firstDue(WindowPolicy policy, Slot slot, long closed) {
    return Math.max(slot.firstOpen(), policy.firstOpen(closed));
  }

  private static Due due(View view, long window, Group group, Row row, long closing) {
    BinaryWriter mark = new BinaryWriter().writeString(view.name()).writeLong(window);
    group.encode(mark);
    long closesAt = view.window().closesAt(window);
    Result result =
        new Result(
            view.name(),
            named(view, group),
            window,
            view.window().end(window),
            0,
            row.finish(view));
    return new Due(new Checkpoint(closing, closesAt, mark.toBytes()), result);
  }

  private static Map<String, @Nullable Object> named(View view, Group group) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < view.by().size(); i++) {
      named.put(view.by().get(i).name(), group.values().get(i));
    }
    return named;
  }

  /** A result that is due, and its place in the order of the closing. */
  record Due(Checkpoint at, Result result) {

    /** The same, said to be incomplete if a shard was lost before its window closed. */
    Due from(Frontier frontier) {
      return result.windowStart() < frontier.incompleteBefore()
          ? new Due(at, result.asIncomplete())
          : this;
    }
  }
}
