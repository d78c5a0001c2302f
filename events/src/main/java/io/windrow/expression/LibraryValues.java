package io.windrow.expression;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The border to the CEL library, which knows doubles and not decimals. Timestamps and the like are
 * passed as they are, since only the library's functions take them.
 */
final class LibraryValues {
  private LibraryValues() {}

  static Object toLibrary(@Nullable Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    }
    if (value instanceof BigDecimal decimal) {
      return toDouble(decimal);
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(LibraryValues::toLibrary).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, part) -> copy.put(key, toLibrary(part)));
      return copy;
    }
    return value;
  }

  static @Nullable Object fromLibrary(Object value) {
    if (value instanceof NullValue) {
      return null;
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof Collection<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(part -> copy.add(fromLibrary(part)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, part) -> copy.put(key, fromLibrary(part)));
      return copy;
    }
    return value;
  }

  /** A decimal of more digits than a double holds is refused: it would be another number. */
  private static double toDouble(BigDecimal decimal) {
    double number = decimal.doubleValue();
    if (Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(decimal) == 0) {
      return number;
    }
    throw new ExpressionException(
        "a number of some 15 digits at most is taken here, found " + decimal);
  }

  private static BigDecimal decimal(double number) {
    if (Double.isFinite(number)) {
      return Arithmetic.inRange(BigDecimal.valueOf(number));
    }
    throw new ExpressionException("number out of range: " + number);
  }
}
