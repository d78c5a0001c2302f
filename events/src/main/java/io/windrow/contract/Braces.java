package io.windrow.contract;

/** A place in the bytes of what begins as a JSON object, moved on by its braces and texts alone. */
final class Braces {
  private final byte[] bytes;
  private int at;
  private int depth;
  private boolean inText;

  /** Stands at the brace that opens the object. */
  Braces(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /** Where the object ends, if it does before its line ends; else -1. */
  int endWithinLine() {
    while (at < bytes.length && !isNewline(bytes[at])) {
      pass();
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where an object ends that is broken somewhere: where its braces say, but before a line that
   * begins with another object.
   *
   * @param broken what is before it is sound, and whatever ends there is not the end
   */
  int endOfBroken(int broken) {
    while (at < bytes.length) {
      if (isNewline(bytes[at]) && beginsObject(at + 1, broken)) {
        return at;
      }
      pass();
      if (depth == 0 && at > broken) {
        return at;
      }
    }
    return bytes.length;
  }

  private boolean beginsObject(int from, int broken) {
    int next = JsonObjects.skipBetween(bytes, from);
    return next >= broken && next < bytes.length && bytes[next] == '{';
  }

  private void pass() {
    byte b = bytes[at++];
    if (inText) {
      if (b == '\\' && at < bytes.length && !isNewline(bytes[at])) {
        at++;
      }
      // no text goes on past its line
      inText = b != '"' && !isNewline(b);
    } else if (b == '"') {
      inText = true;
    } else if (b == '{') {
      depth++;
    } else if (b == '}') {
      depth--;
    }
  }

  static boolean isNewline(byte b) {
    return b == '\n' || b == '\r';
  }
}
