package io.windrow.simulation.oracle;

import io.windrow.record.Scalars;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every event of every window of every group, in a list. */
final class Tables {
  private final Map<Key, List<Item>> tables = new LinkedHashMap<>();

  void add(Line line) {
    List<@Nullable Object> group = new ArrayList<>();
    line.item.group().forEach(value -> group.add(Scalars.canonical(value)));
    tables
        .computeIfAbsent(new Key(line.view, line.start, group), key -> new ArrayList<>())
        .add(line.item);
  }

  Map<String, Result> results() {
    Map<String, Result> results = new TreeMap<>();
    tables.forEach(
        (key, items) -> {
          Result result = result(key, items);
          results.put(result.id(), result);
        });
    return results;
  }

  private static Result result(Key key, List<Item> items) {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    for (int i = 0; i < key.group.size(); i++) {
      group.put(key.view.by().get(i).name(), key.group.get(i));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < key.view.compute().size(); i++) {
      values.put(
          key.view.compute().get(i).name(),
          NaiveAggregates.value(key.view.compute().get(i).aggregate(), items, i));
    }
    long end = key.start + key.view.window().size();
    return new Result(key.view.name(), group, key.start, end, 0, values);
  }

  /** An event in a window of a view. */
  record Line(View view, long start, Item item) {}

  private record Key(View view, long start, List<@Nullable Object> group) {}
}
