package io.windrow.expression;

import io.windrow.record.Scalars;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality and order. Numbers compare by value, and values of different kinds are not equal. */
final class Comparison {
  private Comparison() {}

  static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number && right instanceof Number) {
      return Scalars.compare(left, right) == 0;
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      return l.size() == r.size() && sameElements(l, r);
    }
    if (left instanceof Map<?, ?> l && right instanceof Map<?, ?> r) {
      return l.size() == r.size() && sameEntries(l, r);
    }
    return Objects.equals(left, right);
  }

  private static boolean sameElements(List<?> left, List<?> right) {
    Iterator<?> others = right.iterator();
    for (Object element : left) {
      if (!equal(element, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(Map<?, ?> left, Map<?, ?> right) {
    return left.entrySet().stream()
        .allMatch(
            entry ->
                right.containsKey(entry.getKey())
                    && equal(entry.getValue(), right.get(entry.getKey())));
  }

  static int order(String operator, @Nullable Object left, @Nullable Object right) {
    boolean ordered =
        (left instanceof Number && right instanceof Number)
            || (left instanceof String && right instanceof String)
            || (left instanceof Boolean && right instanceof Boolean);
    if (ordered) {
      return Scalars.compare(left, right);
    }
    throw Kind.mismatch(operator, left, right);
  }
}
