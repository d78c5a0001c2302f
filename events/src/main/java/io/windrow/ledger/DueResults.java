package io.windrow.ledger;

import io.windrow.encoding.BinaryWriter;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of the windows that one closing closes. */
final class DueResults {
  private DueResults() {}

  /** The results of the closing in the order in which every closer writes them. */
  static List<Due> of(Iterable<Delta> deltas, Frontier frontier) {
    DueWindows windows = new DueWindows(frontier.closed(), frontier.closing());
    List<Due> due = new ArrayList<>();
    for (Delta delta : deltas) {
      windows.of(delta).forEach(window -> due.add(due(delta.view(), window, frontier)));
    }
    due.sort((left, right) -> left.at.compareTo(right.at));
    return due;
  }

  private static Due due(View view, DueWindow window, Frontier frontier) {
    BinaryWriter mark = new BinaryWriter().writeString(view.name()).writeLong(window.start());
    window.group().encode(mark);
    Result result =
        new Result(
            view.name(),
            named(view, window.group()),
            window.start(),
            window.end(),
            0,
            window.row().finish(view),
            view.window().firstThatMatters(window.start()) < frontier.incompleteBefore());
    return new Due(new Checkpoint(frontier.closing(), window.closesAt(), mark.toBytes()), result);
  }

  private static Map<String, @Nullable Object> named(View view, Group group) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < view.by().size(); i++) {
      named.put(view.by().get(i).name(), group.values().get(i));
    }
    return named;
  }

  /** A result that is due, and its place in the order of the closing. */
  record Due(Checkpoint at, Result result) {}
}
