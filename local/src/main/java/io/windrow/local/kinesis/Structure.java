package io.windrow.local.kinesis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structure of an answer: names to strings, whole numbers, booleans, bytes, instants, lists and
 * further structures.
 */
final class Structure {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Adds a field; one without a value is left out, as the service does. */
  Structure with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }
}
