package io.windrow.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A place in a value, as steps from its root: written out as a JSON Pointer only where it is
 * reported, since a pointer is as long as all names on its way.
 *
 * @param outer null at the root
 * @param step a name or an index
 */
record Pointers(@Nullable Pointers outer, Object step) {

  /** The JSON Pointer (RFC 6901) of a place; null is the root. */
  static String write(@Nullable Pointers place) {
    Deque<Object> steps = new ArrayDeque<>();
    for (Pointers at = place; at != null; at = at.outer()) {
      steps.push(at.step());
    }
    StringBuilder pointer = new StringBuilder();
    for (Object step : steps) {
      pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
