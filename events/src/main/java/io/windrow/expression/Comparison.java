package io.windrow.expression;

import io.windrow.record.Scalars;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality and order. Numbers compare by value, and values of different kinds are not equal. */
final class Comparison {
  private Comparison() {}

  static boolean equal(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof String l && right instanceof String r) {
      frame.read(Math.min(l.length(), r.length()));
      return l.equals(r);
    }
    if (left instanceof Number && right instanceof Number) {
      return Scalars.compare(left, right) == 0;
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      return l.size() == r.size() && sameElements(frame, l, r);
    }
    if (left instanceof Map<?, ?> l && right instanceof Map<?, ?> r) {
      return l.size() == r.size() && sameEntries(frame, l, r);
    }
    if (left instanceof Bytes l && right instanceof Bytes r) {
      frame.read(Math.min(l.size(), r.size()));
    }
    return Objects.equals(left, right);
  }

  private static boolean sameElements(Frame frame, List<?> left, List<?> right) {
    Iterator<?> others = right.iterator();
    for (Object element : left) {
      frame.spend(1);
      if (!equal(frame, element, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntries(Frame frame, Map<?, ?> left, Map<?, ?> right) {
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      frame.spend(1);
      Object other = right.get(entry.getKey());
      boolean there = other != null || right.containsKey(entry.getKey());
      if (!there || !equal(frame, entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  static int order(Frame frame, String operator, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Number && right instanceof Number) {
      return Scalars.compare(left, right);
    }
    if (left instanceof String l && right instanceof String r) {
      frame.spend(l.length() + r.length());
      return Scalars.compare(l, r);
    }
    if (left instanceof Boolean l && right instanceof Boolean r) {
      return l.compareTo(r);
    }
    if (left instanceof Instant l && right instanceof Instant r) {
      return l.compareTo(r);
    }
    if (left instanceof Duration l && right instanceof Duration r) {
      return l.compareTo(r);
    }
    if (left instanceof Bytes l && right instanceof Bytes r) {
      frame.read(Math.min(l.size(), r.size()));
      return l.compareTo(r);
    }
    throw Kind.mismatch(operator, left, right);
  }
}
