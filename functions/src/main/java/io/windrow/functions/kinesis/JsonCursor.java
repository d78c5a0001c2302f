package io.windrow.functions.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A place in the bytes of a JSON text, moved on by whoever knows what comes next. It builds nothing
 * that is not asked for.
 */
final class JsonCursor {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final byte[] bytes;
  private final JsonStrings strings;
  private int at;
  private boolean first;

  JsonCursor(byte[] bytes) {
    this.bytes = bytes;
    this.strings = new JsonStrings(bytes);
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
    return strings.is(name);
  }

  String string() {
    scanString();
    return strings.text();
  }

  /** The bytes of a string of base64; none for null. */
  byte[] base64() {
    if (peek() == 'n') {
      literal();
      return new byte[0];
    }
    scanString();
    return strings.base64();
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

  private void scanString() {
    if (peek() != '"') {
      throw expected("a string");
    }
    at = strings.scan(at);
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
