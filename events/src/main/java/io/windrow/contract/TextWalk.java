package io.windrow.contract;

/** A walk over the characters of a text, from its start to its end, that may fail on the way. */
final class TextWalk {
  private final String text;
  private int at;
  private boolean failed;

  TextWalk(String text) {
    this.text = text;
  }

  /** Notes whether the text is not what is looked for, after all. */
  void failIf(boolean wrong) {
    failed |= wrong;
  }

  boolean failed() {
    return failed;
  }

  boolean atEnd() {
    return at == text.length();
  }

  boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  boolean is(char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }

  /** Goes past a character, if it is next. */
  boolean take(char expected) {
    boolean there = is(expected);
    at += there ? 1 : 0;
    return there;
  }

  /** Goes past a word, if it is next. */
  boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  /** Goes past so many digits; fails if there are fewer. */
  int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      failed |= !isDigit();
      value = failed ? 0 : value * 10 + digit();
    }
    return value;
  }

  /** Goes past the digit that is next. */
  int digit() {
    return text.charAt(at++) - '0';
  }

  /** How many digits are next, so many at most. */
  int countDigits(int most) {
    int from = at;
    while (isDigit() && at - from < most) {
      at++;
    }
    int count = at - from;
    at = from;
    return count;
  }

  /** Goes past all up to a character, and past that; fails if it does not come. */
  String upTo(char end) {
    int found = text.indexOf(end, at);
    failed |= found < 0;
    String passed = failed ? "" : text.substring(at, found);
    at = failed ? at : found + 1;
    return passed;
  }
}
