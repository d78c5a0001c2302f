package io.windrow.functions.kinesis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The strings in the bytes of a JSON text: the one scanned last can be asked what it says. */
final class JsonStrings {
  private final byte[] bytes;

  /** A character for each byte: the search for one in a string is what the machine does fastest. */
  private final String characters;

  private int backslash = -1;
  private int from;
  private int to;
  private boolean escaped;

  JsonStrings(byte[] bytes) {
    this.bytes = bytes;
    this.characters = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Scans the string whose first quote is at an index, and gives the index past its last one. */
  int scan(int quote) {
    int start = quote + 1;
    int end = characters.indexOf('"', start);
    escaped = backslashFrom(start) < end;
    if (escaped) {
      end = endOfEscaped(start);
    }
    if (end < 0) {
      throw new EnvelopeException("broken envelope: the string at byte " + quote + " has no end");
    }
    from = start;
    to = end;
    return end + 1;
  }

  /** The first backslash from there on, which is seldom near; the length if there is none. */
  private int backslashFrom(int start) {
    if (backslash < start) {
      int found = characters.indexOf('\\', start);
      backslash = found < 0 ? bytes.length : found;
    }
    return backslash;
  }

  /** The quote that ends a string with escapes; less than 0 if there is none. */
  private int endOfEscaped(int start) {
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == '"') {
        return i;
      }
      if (bytes[i] == '\\') {
        i++;
      }
    }
    return -1;
  }

  /** Whether it says just this. */
  boolean is(byte[] name) {
    return escaped
        ? Arrays.equals(text().getBytes(StandardCharsets.UTF_8), name)
        : Arrays.equals(bytes, from, to, name, 0, name.length);
  }

  String text() {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return escaped ? JsonEscapes.decode(raw) : raw;
  }

  /** The bytes that it has as base64. */
  byte[] base64() {
    ByteBuffer text =
        escaped
            ? ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8))
            : ByteBuffer.wrap(bytes, from, to - from);
    try {
      return Base64.getDecoder().decode(text).array();
    } catch (IllegalArgumentException e) {
      throw new EnvelopeException(
          "broken envelope at byte " + (from - 1) + ": expected base64: " + e.getMessage());
    }
  }
}
