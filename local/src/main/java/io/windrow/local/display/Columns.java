package io.windrow.local.display;

/**
 * The columns that text takes in a terminal: two for a character that is written wide in East Asia
 * or is a picture, none for a mark on the one before it (Unicode Annex 11, in its main blocks).
 */
final class Columns {
  private static final String CUT = "…";
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (range[0] <= character && character <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The text, or as much of it as so many columns take. */
  static String cut(String text, int most) {
    if (of(text) <= most) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int columns = 1;
    for (int character : text.codePoints().toArray()) {
      columns += of(character);
      if (columns > most) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return cut + CUT;
  }

  /** The text with blanks after it, so that it takes so many columns. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
