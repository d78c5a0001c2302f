package io.windrow.definition.expression;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The border to the CEL library, which knows doubles and not decimals. */
final class LibraryValues {
  private LibraryValues() {}

  static Object toLibrary(@Nullable Object value) {
    if (value == null) {
      return NullValue.NULL_VALUE;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.doubleValue();
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

  /**
   * The value in the types of events.
   *
   * @throws CelEvaluationException when it is infinite or no number, which decimals never are
   */
  static @Nullable Object fromLibrary(Object value) throws CelEvaluationException {
    if (value instanceof NullValue) {
      return null;
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof Collection<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object part : list) {
        copy.add(fromLibrary(part));
      }
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        copy.put(entry.getKey(), fromLibrary(entry.getValue()));
      }
      return copy;
    }
    return value;
  }

  private static BigDecimal decimal(double number) throws CelEvaluationException {
    if (Double.isFinite(number)) {
      return BigDecimal.valueOf(number);
    }
    throw new CelEvaluationException("no decimal: " + number);
  }
}
