package io.windrow.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of a field in an event: the names of the objects it lies in, from the outside, and its
 * own.
 */
public record FieldPath(List<String> names) {
  public FieldPath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a field path needs at least one name");
    }
  }

  /**
   * The path that a text says: names with dots between them, {@code properties.mag}. A name that
   * has dots itself stands in backquotes, {@code http.`status.code`}, or in brackets, {@code
   * http["status.code"]}.
   */
  public static FieldPath of(String text) {
    return new FieldPath(FieldNotation.names(text));
  }

  /** The path of a field of the object that lies here. */
  public FieldPath to(String name) {
    return new FieldPath(Stream.concat(names.stream(), Stream.of(name)).toList());
  }

  /** The value there; null too if there is no such field. */
  public @Nullable Object in(Map<String, ? extends @Nullable Object> fields) {
    Object value = fields.get(names.get(0));
    for (int i = 1; i < names.size(); i++) {
      if (!(value instanceof Map<?, ?> inner)) {
        return null;
      }
      value = inner.get(names.get(i));
    }
    return value;
  }

  /** The same place as a JSON Pointer (RFC 6901). */
  public String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (String name : names) {
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
