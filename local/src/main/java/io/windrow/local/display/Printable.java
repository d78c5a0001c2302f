package io.windrow.local.display;

/**
 * Text as a terminal may show it. Every character that could command the terminal, turn the
 * direction of what follows, or hide, is written as its escape, {@code \u202e}, which is also how
 * JSON writes it.
 */
final class Printable {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Printable() {}

  /** A text that stays on its line. */
  static String of(String text) {
    return escaped(text, "");
  }

  /** A text that may have several lines, and tabs. */
  static String lines(String text) {
    return escaped(text, "\n\t");
  }

  private static String escaped(String text, String kept) {
    if (text.codePoints().allMatch(character -> isPlain(character, kept))) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (isPlain(character, kept)) {
                printable.appendCodePoint(character);
              } else {
                escape(character, printable);
              }
            });
    return printable.toString();
  }

  private static void escape(int character, StringBuilder printable) {
    for (char unit : Character.toChars(character)) {
      printable.append("\\u%04x".formatted((int) unit));
    }
  }

  private static boolean isPlain(int character, String kept) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> kept.indexOf(character) >= 0;
      // scripts and emoji are joined by them
      case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      default -> true;
    };
  }
}
