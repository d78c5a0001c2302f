package io.windrow.ledger;

import io.windrow.encoding.BinaryWriter;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Result;
import io.windrow.view.Row;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of the windows that one closing closes, each made when it is asked for. */
final class DueResults {
  private DueResults() {}

  /**
   * The results of the closing in the order in which every closer writes them.
   *
   * @param after how far they have been written
   */
  static List<Due> of(Iterable<Delta> deltas, Frontier frontier, Checkpoint after) {
    DueWindows windows = new DueWindows(frontier.closed(), frontier.closing());
    List<Due> due = new ArrayList<>();
    for (Delta delta : deltas) {
      for (DueWindow window : windows.of(delta)) {
        Checkpoint at = at(frontier.closing(), delta.view(), window);
        if (at.compareTo(after) > 0) {
          due.add(new Due(at, delta.view(), window));
        }
      }
    }
    due.sort(Comparator.comparing(Due::at));
    return due;
  }

  private static Checkpoint at(long closing, View view, DueWindow window) {
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
      return new Result(
          view.name(),
          named(view, window.group()),
          window.start(),
          window.end(),
          0,
          Row.of(view, window.rows()).finish(),
          view.window().firstThatMatters(window.start()) < incompleteBefore);
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
