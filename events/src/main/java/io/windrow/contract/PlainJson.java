package io.windrow.contract;

import io.windrow.encoding.ByteOrderMark;
import io.windrow.encoding.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in the bytes of a record, moved on for as long as they certainly are JSON of the plainest
 * kind: ASCII, no escapes, numbers without exponents. Once it is not sure, it is of no more use.
 */
final class PlainJson {
  /** What stands for a value that it is not sure of. */
  static final Object UNSURE = new Object();

  private static final int SURE_LONG_DIGITS = 18;

  private final byte[] bytes;
  private int at;
  private int textFrom;
  private int textTo;

  PlainJson(byte[] bytes) {
    this.bytes = bytes;
    this.at = ByteOrderMark.length(bytes);
  }

  /** Goes past white space and, if it is next, this character. */
  boolean take(char expected) {
    skipSpace();
    if (at < bytes.length && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Whether nothing but white space follows. */
  boolean atEnd() {
    skipSpace();
    return at == bytes.length;
  }

  /** Goes past a string, if one is certainly next: it is the one that {@link #is} asks about. */
  boolean takeText() {
    if (!take('"')) {
      return false;
    }
    textFrom = at;
    textTo = PlainText.end(bytes, at);
    at = textTo + 1;
    return textTo < bytes.length && bytes[textTo] == '"';
  }

  /** Whether the string taken last is this. */
  boolean is(byte[] ascii) {
    return Arrays.equals(bytes, textFrom, textTo, ascii, 0, ascii.length);
  }

  /** The string taken last. */
  String text() {
    return new String(bytes, textFrom, textTo - textFrom, StandardCharsets.ISO_8859_1);
  }

  /** Goes past the next value and returns it, as {@link JsonValues} would. */
  @Nullable Object takeScalar() {
    skipSpace();
    if (at == bytes.length) {
      return UNSURE;
    }
    return switch (bytes[at]) {
      case '"' -> takeText() ? text() : UNSURE;
      case 't' -> takeLiteral("true") ? (Object) true : UNSURE;
      case 'f' -> takeLiteral("false") ? (Object) false : UNSURE;
      case 'n' -> takeLiteral("null") ? null : UNSURE;
      default -> takeNumber();
    };
  }

  private boolean takeLiteral(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      if (at == bytes.length || bytes[at++] != literal.charAt(i)) {
        return false;
      }
    }
    return endsValue();
  }

  private Object takeNumber() {
    int from = at;
    if (bytes[at] == '-') {
      at++;
    }
    int whole = at;
    long value = takeDigits();
    int digits = at - whole;
    if (digits == 0 || (digits > 1 && bytes[whole] == '0')) {
      return UNSURE;
    }
    if (at < bytes.length && bytes[at] == '.') {
      return takeFraction(from);
    }
    if (digits > SURE_LONG_DIGITS || !endsValue()) {
      return UNSURE;
    }
    return from == whole ? value : -value;
  }

  private Object takeFraction(int from) {
    int point = at++;
    long unused = takeDigits();
    if (at == point + 1 || !endsValue()) {
      return UNSURE;
    }
    char[] text = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1).toCharArray();
    Object decimal = NumberText.decimal(text, 0, text.length);
    return decimal == null ? UNSURE : decimal;
  }

  /** What the next digits are worth, if they are not too many. */
  private long takeDigits() {
    long value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + (bytes[at++] - '0');
    }
    return value;
  }

  /** Whether what is next cannot belong to the value just taken: an exponent, a letter. */
  private boolean endsValue() {
    return at < bytes.length && (bytes[at] == ',' || bytes[at] == '}' || isSpace(bytes[at]));
  }
}
