package io.windrow.view;

import io.windrow.window.Timestamps;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one group in one closed window.
 *
 * @param group field names to values, in the view's order
 * @param windowStart inclusive, in milliseconds since the epoch; a session starts with its first
 *     event
 * @param windowEnd exclusive; a session ends the gap after its last event, or where it was cut
 * @param revision 0 for the first final result
 * @param values computed names to values, in the view's order
 * @param incomplete whether a shard was lost that may have held events of the window
 * @param zone in whose calendar the window begins and ends; null for none
 */
public record Result(
    String view,
    Map<String, @Nullable Object> group,
    long windowStart,
    long windowEnd,
    long revision,
    Map<String, @Nullable Object> values,
    boolean incomplete,
    @Nullable ZoneId zone) {

  /** A complete result of a window of no calendar. */
  public Result(
      String view,
      Map<String, @Nullable Object> group,
      long windowStart,
      long windowEnd,
      long revision,
      Map<String, @Nullable Object> values) {
    this(view, group, windowStart, windowEnd, revision, values, false, null);
  }

  public Result {
    group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** What every revision of it is known by: view, group and the window's end. */
  public String id() {
    return view + "/" + GroupText.of(group.values()) + "/" + Timestamps.iso(windowEnd);
  }
}
