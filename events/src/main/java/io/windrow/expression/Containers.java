package io.windrow.expression;

import io.windrow.record.Scalars;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What expressions ask of lists and maps: their size, their elements, whether one is among them.
 */
final class Containers {
  private Containers() {}

  static Object size(Frame frame, @Nullable Object of) {
    if (of instanceof String text) {
      frame.read(text.length());
      return (long) text.codePointCount(0, text.length());
    }
    if (of instanceof List<?> list) {
      return (long) list.size();
    }
    if (of instanceof Map<?, ?> map) {
      return (long) map.size();
    }
    if (of instanceof Bytes bytes) {
      return (long) bytes.size();
    }
    throw Kind.mismatch("size", of);
  }

  static Object in(Frame frame, @Nullable Object element, @Nullable Object container) {
    if (container instanceof Map<?, ?> map) {
      return element != null && map.containsKey(key(frame, element));
    }
    if (!(container instanceof List<?> list)) {
      throw Kind.mismatch("in", element, container);
    }
    for (Object one : list) {
      frame.spend(1);
      if (Comparison.equal(frame, element, one)) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Object at(Frame frame, @Nullable Object container, @Nullable Object index) {
    if (container instanceof Map<?, ?> map && index != null) {
      Object key = key(frame, index);
      if (map.containsKey(key)) {
        return map.get(key);
      }
      throw AbsentFieldException.ofKey(
          index instanceof String text ? Kind.shown(text) : index.toString());
    }
    if (container instanceof List<?> list
        && index instanceof Number number
        && Scalars.canonical(number) instanceof Long place) {
      if (place >= 0 && place < list.size()) {
        return list.get(place.intValue());
      }
      throw new ExpressionException(
          "no element " + place + " in a list of " + list.size(), "no such element in a list");
    }
    throw Kind.mismatch("[]", container, index);
  }

  /** The form of a key that equal keys share. */
  static Object key(Frame frame, @Nullable Object value) {
    if (value instanceof String text) {
      frame.read(text.length());
    }
    Object key = Scalars.canonical(value);
    if (key instanceof String || key instanceof Number || key instanceof Boolean) {
      return key;
    }
    throw new ExpressionException("a key is a string, an int or a bool, found " + Kind.of(value));
  }
}
