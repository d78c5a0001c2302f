package io.windrow.enrichment;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a reference file by key. */
final class RowIndex {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");

  private final String file;
  private final Map<Object, Long> lines = new HashMap<>();
  private final Map<Object, Map<String, @Nullable Object>> rows = new HashMap<>();

  RowIndex(String file) {
    this.file = file;
  }

  @Nullable Map<String, @Nullable Object> get(Object key) {
    return rows.get(Scalars.canonical(key));
  }

  Set<String> columns() {
    return rows.values().stream()
        .flatMap(row -> row.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Adds the row of a key that has a type of its own: it matches values of that type. */
  void putTyped(Object key, Map<String, @Nullable Object> row, long line) {
    Object canonical = Objects.requireNonNull(Scalars.canonical(key));
    refuseDuplicate(canonical, line);
    rows.put(canonical, Collections.unmodifiableMap(row));
  }

  /**
   * Adds the row of a key that is text for want of another type: it matches that text and, if it is
   * written as a number, that number. Of several texts for one number (5 and 5.0), the number
   * matches the shortest, or else the first in the file.
   */
  void putText(String key, Map<String, @Nullable Object> row, long line) {
    refuseDuplicate(key, line);
    Map<String, @Nullable Object> fixed = Collections.unmodifiableMap(row);
    rows.put(key, fixed);
    Object number = number(key);
    if (number != null && key.equals(plain(number))) {
      rows.put(number, fixed);
    } else if (number != null) {
      rows.putIfAbsent(number, fixed);
    }
  }

  private void refuseDuplicate(Object key, long line) {
    Long first = lines.putIfAbsent(key, line);
    if (first != null) {
      throw new ReferenceFileException(
          file, line, "found the key " + key + " of line " + first + " again; expected it once");
    }
  }

  private static @Nullable Object number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    return Decimals.isInRange(number) ? Scalars.canonical(number) : null;
  }

  private static String plain(Object number) {
    return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
  }
}
