package io.windrow.simulation.oracle;

import io.windrow.record.Scalars;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every event of every window of every group, in a list. */
final class Tables {
  private final Map<Window, List<Item>> windows = new LinkedHashMap<>();
  private final Map<SessionGroup, List<Item>> sessionGroups = new LinkedHashMap<>();

  /** Adds an event to the windows that a watermark leaves open for it. */
  void add(View view, Item item, long watermark) {
    List<@Nullable Object> group = new ArrayList<>();
    item.group().forEach(value -> group.add(Scalars.canonical(value)));
    if (view.window() instanceof PanePolicy panes) {
      for (NaiveWindows.Window open : NaiveWindows.open(panes, item.time(), watermark)) {
        Window window = new Window(view, open.start(), open.end(), group);
        windows.computeIfAbsent(window, key -> new ArrayList<>()).add(item);
      }
    } else if (view.window() instanceof SessionPolicy sessions) {
      sessionGroups
          .computeIfAbsent(new SessionGroup(view, sessions, group), key -> new ArrayList<>())
          .add(item);
    }
  }

  Map<String, Result> results() {
    Map<String, Result> results = new TreeMap<>();
    windows.forEach((window, items) -> put(results, window, items));
    sessionGroups.forEach(
        (key, items) ->
            NaiveSessions.of(items, key.policy)
                .forEach(session -> put(results, key.window(session), session.items())));
    return results;
  }

  private static void put(Map<String, Result> results, Window window, List<Item> items) {
    Result result = result(window, items);
    results.put(result.id(), result);
  }

  private static Result result(Window window, List<Item> items) {
    View view = window.view;
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    for (int i = 0; i < window.group.size(); i++) {
      group.put(view.by().get(i).name(), window.group.get(i));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < view.compute().size(); i++) {
      values.put(
          view.compute().get(i).name(),
          NaiveAggregates.value(view.compute().get(i).aggregate(), items, i));
    }
    ZoneId zone = view.window().zone();
    return new Result(view.name(), group, window.start, window.end, 0, values, false, zone);
  }

  private record Window(View view, long start, long end, List<@Nullable Object> group) {}

  private record SessionGroup(View view, SessionPolicy policy, List<@Nullable Object> group) {
    Window window(NaiveSessions.Session session) {
      return new Window(view, session.items().get(0).time(), session.end(), group);
    }
  }
}
