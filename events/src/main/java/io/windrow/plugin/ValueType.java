package io.windrow.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of values in expressions, by the names that CEL gives them. */
public enum ValueType {
  BOOL(Boolean.class),
  /** A whole number of 64 bits. */
  INT(Long.class),
  /** A decimal number; a whole one becomes a decimal. */
  DOUBLE(Number.class),
  STRING(String.class),
  LIST(List.class),
  /** An object. */
  MAP(Map.class),
  /** Any of them. */
  DYN(Object.class);

  private final Class<?> type;

  ValueType(Class<?> type) {
    this.type = type;
  }

  /** Its name as CEL writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has the value; each has null. */
  public boolean holds(@Nullable Object value) {
    return value == null || type.isInstance(value);
  }
}
