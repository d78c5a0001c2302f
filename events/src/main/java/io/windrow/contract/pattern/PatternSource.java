package io.windrow.contract.pattern;

/** The text of a regular expression, and how far it is read. */
final class PatternSource {
  /** What no code point is. */
  static final int NOTHING = -1;

  private final String text;
  private int at;

  PatternSource(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at == text.length();
  }

  int index() {
    return at;
  }

  /** The next code point; {@link #NOTHING} at the end. */
  int peek() {
    return atEnd() ? NOTHING : text.codePointAt(at);
  }

  /** Goes past the next code point. */
  int next() {
    int codePoint = peek();
    at += codePoint == NOTHING ? 0 : Character.charCount(codePoint);
    return codePoint;
  }

  boolean startsWith(String expected) {
    return text.startsWith(expected, at);
  }

  /** Goes past this, if it is next. */
  boolean take(String expected) {
    boolean next = startsWith(expected);
    at += next ? expected.length() : 0;
    return next;
  }

  void goBackTo(int index) {
    at = index;
  }

  String since(int index) {
    return text.substring(index, at);
  }

  /** Goes past so many hexadecimal digits and returns what they are worth. */
  int takeHex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        return NOTHING;
      }
      value = value * 16 + digit;
      next();
    }
    return value;
  }

  /** Goes past decimal digits and returns what they are worth, an int at most. */
  int takeNumber() {
    int from = at;
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.min(Integer.MAX_VALUE, value * 10 + (next() - '0'));
    }
    return at == from ? NOTHING : (int) value;
  }

  PatternException error(int index, String problem) {
    return new PatternException(index, problem);
  }
}
