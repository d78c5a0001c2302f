package io.windrow.functions.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A place in the bytes of a JSON text, moved on by whoever knows what comes next. It builds nothing
 * that is not asked for.
 */
final class JsonCursor {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final byte[] bytes;

  /** A character for each byte: the search for one in a string is what the machine does fastest. */
  private final String characters;

  private int backslash = -1;
  private int at;
  private boolean first;
  private int textFrom;
  private int textTo;
  private boolean escaped;

  JsonCursor(byte[] bytes) {
    this.bytes = bytes;
    this.characters = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  void enter(char open) {
    if (peek() != open) {
      throw expected("'" + open + "'");
    }
    at++;
    first = true;
  }

  /** Goes to the next element of an array, or past its end. */
  boolean nextElement() {
    return next(']');
  }

  /** Goes to the value of the next member of an object, or past its end. */
  boolean nextMember() {
    if (!next('}')) {
      return false;
    }
    scanString();
    if (peek() != ':') {
      throw expected("':'");
    }
    at++;
    return true;
  }

  private boolean next(char close) {
    int found = peek();
    if (found == close) {
      at++;
      first = false;
      return false;
    }
    if (!first) {
      if (found != ',') {
        throw expected("',' or '" + close + "'");
      }
      at++;
    }
    first = false;
    return true;
  }

  /** Whether the member gone to last has this name. */
  boolean memberIs(byte[] name) {
    return escaped
        ? Arrays.equals(text().getBytes(StandardCharsets.UTF_8), name)
        : Arrays.equals(bytes, textFrom, textTo, name, 0, name.length);
  }

  String string() {
    scanString();
    return text();
  }

  /** The bytes of a string of base64; none for null. */
  byte[] base64() {
    if (peek() == 'n') {
      literal();
      return new byte[0];
    }
    int start = at;
    scanString();
    ByteBuffer text =
        escaped
            ? ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8))
            : ByteBuffer.wrap(bytes, textFrom, textTo - textFrom);
    try {
      return Base64.getDecoder().decode(text).array();
    } catch (IllegalArgumentException e) {
      throw new EnvelopeException(
          "broken envelope at byte " + start + ": expected base64: " + e.getMessage());
    }
  }

  /** The characters of a number, unchecked. */
  String number() {
    int start = peek() < 0 ? bytes.length : at;
    while (at < bytes.length && isOfNumber(bytes[at])) {
      at++;
    }
    if (at == start) {
      throw expected("a number");
    }
    return new String(bytes, start, at - start, StandardCharsets.US_ASCII);
  }

  private static boolean isOfNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }

  /** Goes past a value of any kind, however deep. */
  void skip() {
    int depth = 0;
    do {
      int found = peek();
      if (found == '"') {
        scanString();
      } else if (found == '{' || found == '[') {
        depth++;
        at++;
      } else if (found == '}' || found == ']') {
        depth--;
        at++;
      } else if (depth > 0 && (found == ',' || found == ':')) {
        at++;
      } else {
        skipScalar();
      }
    } while (depth > 0);
  }

  private void skipScalar() {
    int start = at;
    while (at < bytes.length && (isOfNumber(bytes[at]) || isLetter(bytes[at]))) {
      at++;
    }
    if (at == start) {
      throw expected("a value");
    }
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z';
  }

  private void literal() {
    if (!Arrays.equals(bytes, at, Math.min(bytes.length, at + NULL.length), NULL, 0, NULL.length)) {
      throw expected("null");
    }
    at += NULL.length;
  }

  /** That nothing but white space follows. */
  void end() {
    if (peek() >= 0) {
      throw expected("the end");
    }
  }

  private String text() {
    String raw = new String(bytes, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
    return escaped ? JsonEscapes.decode(raw) : raw;
  }

  private void scanString() {
    if (peek() != '"') {
      throw expected("a string");
    }
    int from = at + 1;
    int end = characters.indexOf('"', from);
    escaped = backslashFrom(from) < end;
    if (escaped) {
      end = endOfEscaped(from);
    }
    if (end < 0) {
      throw new EnvelopeException("broken envelope: the string at byte " + at + " has no end");
    }
    textFrom = from;
    textTo = end;
    at = end + 1;
  }

  /** The first backslash from there on, which is seldom near; the length if there is none. */
  private int backslashFrom(int from) {
    if (backslash < from) {
      int found = characters.indexOf('\\', from);
      backslash = found < 0 ? bytes.length : found;
    }
    return backslash;
  }

  /** The quote that ends a string with escapes; less than 0 if there is none. */
  private int endOfEscaped(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '"') {
        return i;
      }
      if (bytes[i] == '\\') {
        i++;
      }
    }
    return -1;
  }

  /** The next byte past white space, or -1 at the end. */
  private int peek() {
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
        return b & 0xFF;
      }
      at++;
    }
    return -1;
  }

  private EnvelopeException expected(String what) {
    String found = at < bytes.length ? "'" + (char) (bytes[at] & 0xFF) + "'" : "the end";
    return new EnvelopeException(
        "broken envelope at byte " + at + ": expected " + what + ", found " + found);
  }
}
