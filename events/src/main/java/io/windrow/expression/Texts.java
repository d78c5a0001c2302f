package io.windrow.expression;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CEL's strings extension; positions count code points. */
final class Texts {
  private Texts() {}

  static Object lowerAscii(@Nullable Object text) {
    return Ascii.toLowerCase(string("lowerAscii", text));
  }

  static Object upperAscii(@Nullable Object text) {
    return Ascii.toUpperCase(string("upperAscii", text));
  }

  static Object trim(@Nullable Object text) {
    return CharMatcher.whitespace().trimFrom(string("trim", text));
  }

  static Object reverse(@Nullable Object text) {
    return new StringBuilder(string("reverse", text)).reverse().toString();
  }

  static Object contains(@Nullable Object text, @Nullable Object part) {
    return string("contains", text).contains(string("contains", part));
  }

  static Object startsWith(@Nullable Object text, @Nullable Object part) {
    return string("startsWith", text).startsWith(string("startsWith", part));
  }

  static Object endsWith(@Nullable Object text, @Nullable Object part) {
    return string("endsWith", text).endsWith(string("endsWith", part));
  }

  static Object join(@Nullable Object list, @Nullable Object separator) {
    if (!(list instanceof List<?> parts)) {
      throw Kind.mismatch("join", list);
    }
    return String.join(
        string("join", separator), parts.stream().map(part -> string("join", part)).toList());
  }

  static Object split(@Nullable Object text, @Nullable Object separator) {
    String whole = string("split", text);
    String between = string("split", separator);
    if (between.isEmpty()) {
      return whole.codePoints().mapToObj(Character::toString).toList();
    }
    return Splitter.on(between).splitToList(whole);
  }

  static Object replace(@Nullable Object text, @Nullable Object part, @Nullable Object by) {
    return string("replace", text).replace(string("replace", part), string("replace", by));
  }

  static Object indexOf(@Nullable Object text, @Nullable Object part) {
    String whole = string("indexOf", text);
    return position(whole, whole.indexOf(string("indexOf", part)));
  }

  static Object lastIndexOf(@Nullable Object text, @Nullable Object part) {
    String whole = string("lastIndexOf", text);
    return position(whole, whole.lastIndexOf(string("lastIndexOf", part)));
  }

  /** The character there; behind the last one, nothing. */
  static Object charAt(@Nullable Object text, @Nullable Object index) {
    String whole = string("charAt", text);
    int from = offset("charAt", whole, index);
    return from == whole.length() ? "" : Character.toString(whole.codePointAt(from));
  }

  static Object substring(@Nullable Object text, @Nullable Object from) {
    String whole = string("substring", text);
    return whole.substring(offset("substring", whole, from));
  }

  static Object substring(@Nullable Object text, @Nullable Object from, @Nullable Object to) {
    String whole = string("substring", text);
    int start = offset("substring", whole, from);
    int end = offset("substring", whole, to);
    if (start > end) {
      throw new ExpressionException("substring cannot go from " + from + " back to " + to);
    }
    return whole.substring(start, end);
  }

  private static long position(String text, int offset) {
    return offset < 0 ? -1 : text.codePointCount(0, offset);
  }

  private static int offset(String function, String text, @Nullable Object index) {
    if (!(index instanceof Long place)) {
      throw Kind.mismatch(function, text, index);
    }
    int length = text.codePointCount(0, text.length());
    if (place < 0 || place > length) {
      throw new ExpressionException(
          function + ": no position " + place + " in a string of " + length + " characters");
    }
    return text.offsetByCodePoints(0, place.intValue());
  }

  private static String string(String function, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw Kind.mismatch(function, value);
  }
}
