package io.windrow.encoding;

/** The byte that says which kind of value follows. */
final class Tag {
  static final int NULL = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;
  static final int LONG = 3;
  static final int DECIMAL = 4;
  static final int STRING = 5;

  private Tag() {}
}
