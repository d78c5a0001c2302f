package io.windrow.functions.dynamodb;

import io.windrow.view.GroupText;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.Timestamps;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Results of one pipeline as items that a person can read, and back. */
public final class ResultItems {
  private static final String ID = "id";
  private static final String VIEW = "view";
  private static final String GROUP = "group";
  private static final String WINDOW_START = "windowStart";
  private static final String WINDOW_START_LOCAL = "windowStartLocal";
  private static final String WINDOW_END_LOCAL = "windowEndLocal";
  private static final String REVISION = "revision";

  /** Only results that lack events have it. */
  private static final String INCOMPLETE = "incomplete";

  /** The attributes that every result has; no computed value can have such a name. */
  public static final Set<String> RESERVED =
      Set.of(
          TableSchemas.KEY,
          TableSchemas.WINDOW_END,
          TableSchemas.VIEW_PART,
          TableSchemas.WINDOW_GROUP,
          TableSchemas.RESULT_EXPIRES,
          ID,
          VIEW,
          GROUP,
          WINDOW_START,
          WINDOW_START_LOCAL,
          WINDOW_END_LOCAL,
          REVISION,
          INCOMPLETE);

  private final String pipeline;

  ResultItems(String pipeline) {
    this.pipeline = pipeline;
  }

  /** What the partition keys of all its results begin with. */
  String prefix() {
    return pipeline + "/";
  }

  Map<String, AttributeValue> toItem(Result result) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    String group = GroupText.of(result.group().values());
    String windowEnd = Timestamps.iso(result.windowEnd());
    item.put(TableSchemas.KEY, AttributeValue.fromS(GroupKey.of(view(result), group)));
    item.put(TableSchemas.WINDOW_END, AttributeValue.fromS(windowEnd));
    item.put(TableSchemas.VIEW_PART, AttributeValue.fromS(view(result) + part(group)));
    item.put(
        TableSchemas.WINDOW_GROUP, AttributeValue.fromS(GroupKey.ofSort(windowEnd + " ", group)));
    item.put(ID, AttributeValue.fromS(result.id()));
    item.put(VIEW, AttributeValue.fromS(result.view()));
    item.put(GROUP, Values.toAttribute(result.group()));
    item.put(WINDOW_START, AttributeValue.fromS(Timestamps.iso(result.windowStart())));
    item.put(REVISION, AttributeValue.fromN(Long.toString(result.revision())));
    ZoneId zone = result.zone();
    if (zone != null) {
      item.put(WINDOW_START_LOCAL, local(result.windowStart(), zone));
      item.put(WINDOW_END_LOCAL, local(result.windowEnd(), zone));
    }
    if (result.incomplete()) {
      item.put(INCOMPLETE, AttributeValue.fromBool(true));
    }
    result.values().forEach((name, value) -> addValue(item, name, value));
    return item;
  }

  private static AttributeValue local(long time, ZoneId zone) {
    return AttributeValue.fromS(Timestamps.local(time, zone));
  }

  private String view(Result result) {
    return prefix() + result.view() + "/";
  }

  /** Java's specification fixes the hash of a text, so it is the same wherever it is written. */
  private static int part(String group) {
    return Math.floorMod(group.hashCode(), TableSchemas.PARTS);
  }

  private static void addValue(
      Map<String, AttributeValue> item, String name, @Nullable Object value) {
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "a computed value can't be called "
              + name
              + ": every result has an attribute of that name");
    }
    item.put(name, Values.toAttribute(value));
  }

  /** A result whose fields and values are in the order of its view, or of their names. */
  Result toResult(Map<String, AttributeValue> item, Map<String, View> views) {
    Map<String, AttributeValue> values = new TreeMap<>(item);
    values.keySet().removeAll(RESERVED);
    String name = attribute(item, VIEW).s();
    View view = views.get(name);
    List<String> fields = view == null ? List.of() : names(view.by(), View.Field::name);
    List<String> computed = view == null ? List.of() : names(view.compute(), View.Computed::name);
    return new Result(
        name,
        Values.toValues(inOrder(fields, new TreeMap<>(attribute(item, GROUP).m()))),
        Timestamps.millis(attribute(item, WINDOW_START).s()),
        Timestamps.millis(attribute(item, TableSchemas.WINDOW_END).s()),
        Long.parseLong(attribute(item, REVISION).n()),
        Values.toValues(inOrder(computed, values)),
        item.containsKey(INCOMPLETE),
        view == null ? null : view.window().zone());
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("a result without " + name + ": " + item.get(ID));
    }
    return value;
  }

  private static <T> List<String> names(List<T> parts, Function<T, String> name) {
    return parts.stream().map(name).toList();
  }

  private static Map<String, AttributeValue> inOrder(
      List<String> names, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> ordered = new LinkedHashMap<>();
    for (String name : names) {
      AttributeValue value = attributes.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    attributes.forEach(ordered::putIfAbsent);
    return ordered;
  }
}
