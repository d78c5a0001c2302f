package io.windrow.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CEL's strings extension; positions count code points. */
final class Texts {
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";
  private static final String ESCAPES = "abfnrtv\\\"";

  private Texts() {}

  static Object lowerAscii(Frame frame, @Nullable Object text) {
    return cased(frame, string("lowerAscii", text), 'A', 'a');
  }

  static Object upperAscii(Frame frame, @Nullable Object text) {
    return cased(frame, string("upperAscii", text), 'a', 'A');
  }

  /** The text with the 26 letters from one on as those from another on. */
  private static String cased(Frame frame, String text, char from, char to) {
    frame.read(text.length());
    int i = 0;
    while (i < text.length() && !isLetter(text.charAt(i), from)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    frame.build(text.length());
    char[] characters = text.toCharArray();
    for (; i < characters.length; i++) {
      if (isLetter(characters[i], from)) {
        characters[i] += (char) (to - from);
      }
    }
    return new String(characters);
  }

  private static boolean isLetter(char character, char first) {
    return character >= first && character < first + 26;
  }

  static Object trim(Frame frame, @Nullable Object text) {
    String whole = string("trim", text);
    frame.build(whole.length());
    int start = 0;
    int end = whole.length();
    while (start < end && isWhite(whole.charAt(start))) {
      start++;
    }
    while (start < end && isWhite(whole.charAt(end - 1))) {
      end--;
    }
    return whole.substring(start, end);
  }

  /** Unicode's White_Space. */
  private static boolean isWhite(char character) {
    return (character >= '\t' && character <= '\r')
        || character == '\u0085'
        || character == '\u00a0'
        || Character.isSpaceChar(character);
  }

  static Object reverse(Frame frame, @Nullable Object text) {
    String whole = string("reverse", text);
    frame.build(whole.length());
    return new StringBuilder(whole).reverse().toString();
  }

  static Object quote(Frame frame, @Nullable Object text) {
    String whole = string("strings.quote", text);
    frame.build(2 * whole.length());
    StringBuilder quoted = new StringBuilder(whole.length() + 2).append('"');
    for (int i = 0; i < whole.length(); i++) {
      int escaped = ESCAPED.indexOf(whole.charAt(i));
      if (escaped < 0) {
        quoted.append(whole.charAt(i));
      } else {
        quoted.append('\\').append(ESCAPES.charAt(escaped));
      }
    }
    return quoted.append('"').toString();
  }

  static Object contains(Frame frame, @Nullable Object text, @Nullable Object part) {
    String whole = string("contains", text);
    return new Search(frame, string("contains", part)).first(whole, 0) >= 0;
  }

  static Object startsWith(Frame frame, @Nullable Object text, @Nullable Object part) {
    String start = string("startsWith", part);
    frame.read(start.length());
    return string("startsWith", text).startsWith(start);
  }

  static Object endsWith(Frame frame, @Nullable Object text, @Nullable Object part) {
    String end = string("endsWith", part);
    frame.read(end.length());
    return string("endsWith", text).endsWith(end);
  }

  static Object join(Frame frame, @Nullable Object list) {
    return join(frame, list, "");
  }

  static Object join(Frame frame, @Nullable Object list, @Nullable Object separator) {
    if (!(list instanceof List<?> parts)) {
      throw Kind.mismatch("join", list);
    }
    String between = string("join", separator);
    TextBuilder joined = new TextBuilder(frame);
    boolean first = true;
    for (Object part : parts) {
      joined.append(first ? "" : between).append(string("join", part));
      first = false;
    }
    return joined.toString();
  }

  static Object split(Frame frame, @Nullable Object text, @Nullable Object separator) {
    return split(frame, text, separator, -1L);
  }

  /** At most so many parts, the last of which is the rest; a negative limit is none. */
  static Object split(
      Frame frame, @Nullable Object text, @Nullable Object separator, @Nullable Object limit) {
    String whole = string("split", text);
    String between = string("split", separator);
    long most = limit("split", limit);
    List<@Nullable Object> parts = new ArrayList<>();
    Search search = new Search(frame, between);
    frame.build(whole.length());
    int from = 0;
    while (parts.size() + 1 < most) {
      int end = between.isEmpty() ? next(whole, from) : search.first(whole, from);
      if (end < 0 || (between.isEmpty() && end >= whole.length())) {
        break;
      }
      frame.build(1);
      parts.add(whole.substring(from, end));
      from = end + between.length();
    }
    if (most == 1 || (most > 0 && !(between.isEmpty() && from == whole.length()))) {
      parts.add(whole.substring(from));
    }
    return parts;
  }

  private static long limit(String function, @Nullable Object limit) {
    if (limit instanceof Long count) {
      return count < 0 ? Long.MAX_VALUE : count;
    }
    throw Kind.mismatch(function, limit);
  }

  /** The offset of the code point behind the one at an offset. */
  private static int next(String text, int offset) {
    return offset < text.length()
        ? offset + Character.charCount(text.codePointAt(offset))
        : offset + 1;
  }

  static Object replace(
      Frame frame, @Nullable Object text, @Nullable Object part, @Nullable Object by) {
    return replace(frame, text, part, by, -1L);
  }

  /** So many replacements at most; a negative limit is none. */
  static Object replace(
      Frame frame,
      @Nullable Object text,
      @Nullable Object part,
      @Nullable Object by,
      @Nullable Object limit) {
    String whole = string("replace", text);
    String old = string("replace", part);
    String fresh = string("replace", by);
    long most = limit("replace", limit);
    TextBuilder replaced = new TextBuilder(frame);
    Search search = new Search(frame, old);
    int copied = 0;
    int at = search.first(whole, 0);
    for (long count = 0; at >= 0 && count < most; count++) {
      replaced.append(whole, copied, at).append(fresh);
      copied = at + old.length();
      int from = old.isEmpty() ? next(whole, at) : copied;
      at = from > whole.length() ? -1 : search.first(whole, from);
    }
    return replaced.append(whole, copied, whole.length()).toString();
  }

  static Object indexOf(Frame frame, @Nullable Object text, @Nullable Object part) {
    String whole = string("indexOf", text);
    return position(frame, whole, new Search(frame, string("indexOf", part)).first(whole, 0));
  }

  static Object indexOf(
      Frame frame, @Nullable Object text, @Nullable Object part, @Nullable Object from) {
    String whole = string("indexOf", text);
    String sought = string("indexOf", part);
    int start = offset(frame, "indexOf", whole, sought, from);
    return position(frame, whole, new Search(frame, sought).first(whole, start));
  }

  static Object lastIndexOf(Frame frame, @Nullable Object text, @Nullable Object part) {
    String whole = string("lastIndexOf", text);
    return lastIndexOf(frame, whole, string("lastIndexOf", part), whole.length());
  }

  /** Where the part last begins at the position or before it. */
  static Object lastIndexOf(
      Frame frame, @Nullable Object text, @Nullable Object part, @Nullable Object from) {
    String whole = string("lastIndexOf", text);
    String sought = string("lastIndexOf", part);
    int start = offset(frame, "lastIndexOf", whole, sought, from);
    return lastIndexOf(frame, whole, sought, start);
  }

  private static Object lastIndexOf(Frame frame, String text, String part, int from) {
    return position(frame, text, Search.last(frame, text, part, from));
  }

  /** The character there; behind the last one, nothing. */
  static Object charAt(Frame frame, @Nullable Object text, @Nullable Object index) {
    String whole = string("charAt", text);
    int from = offset(frame, "charAt", whole, index);
    return from == whole.length() ? "" : Character.toString(whole.codePointAt(from));
  }

  static Object substring(Frame frame, @Nullable Object text, @Nullable Object from) {
    String whole = string("substring", text);
    int start = offset(frame, "substring", whole, from);
    frame.build(whole.length() - start);
    return whole.substring(start);
  }

  static Object substring(
      Frame frame, @Nullable Object text, @Nullable Object from, @Nullable Object to) {
    String whole = string("substring", text);
    int start = offset(frame, "substring", whole, from);
    int end = offset(frame, "substring", whole, to);
    if (start > end) {
      throw new ExpressionException(
          "substring cannot go from " + from + " back to " + to, "substring cannot go back");
    }
    frame.build(end - start);
    return whole.substring(start, end);
  }

  private static Object position(Frame frame, String text, int offset) {
    if (offset < 0) {
      return -1L;
    }
    frame.read(offset);
    return (long) text.codePointCount(0, offset);
  }

  /** Where a search begins: at a character, or behind the last one if it is for nothing. */
  private static int offset(
      Frame frame, String function, String text, String sought, @Nullable Object index) {
    int offset = offset(frame, function, text, index);
    if (offset == text.length() && !sought.isEmpty()) {
      throw new ExpressionException(
          function + ": no character at position " + index, function + ": no such position");
    }
    return offset;
  }

  private static int offset(Frame frame, String function, String text, @Nullable Object index) {
    if (!(index instanceof Long place)) {
      throw Kind.mismatch(function, text, index);
    }
    frame.read(text.length());
    int length = text.codePointCount(0, text.length());
    if (place < 0 || place > length) {
      throw new ExpressionException(
          function + ": no position " + place + " in a string of " + length + " characters",
          function + ": no such position in a string");
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
