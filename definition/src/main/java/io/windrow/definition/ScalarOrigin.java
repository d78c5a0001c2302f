package io.windrow.definition;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Finds the characters of a YAML scalar in its file by reading the raw text beside the value:
 * quotes and escapes are wider there, and folded lines have other white space. White space at the
 * start of a line of a block scalar is taken for its indentation, so a column may be off by what
 * exceeds it.
 */
final class ScalarOrigin implements Node.Origin {
  private final SourceText source;
  private final int start;
  private final String value;
  private final ScalarStyle style;

  /**
   * Reads from a scalar's first raw character on.
   *
   * @param start the index of its quote, its block indicator or its first character
   */
  ScalarOrigin(SourceText source, int start, String value, ScalarStyle style) {
    this.source = source;
    this.start = start;
    this.value = value;
    this.style = style;
  }

  @Override
  public Place at(int offset) {
    if (offset == 0 && !isBlock()) {
      return source.placeOf(start);
    }
    int raw = contentStart();
    for (int i = 0; i < offset && i < value.length(); i++) {
      raw = find(value.charAt(i), raw);
      raw += widthAt(raw);
    }
    return source.placeOf(offset < value.length() ? find(value.charAt(offset), raw) : raw);
  }

  private boolean isBlock() {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }

  private int contentStart() {
    if (style == ScalarStyle.PLAIN) {
      return start;
    }
    int raw = start + 1;
    while (isBlock() && source.charAt(raw - 1) != '\n' && source.charAt(raw) != 0) {
      raw++;
    }
    return raw;
  }

  private int find(char wanted, int from) {
    int raw = from;
    while (isSpace(source.charAt(raw)) && source.charAt(raw) != wanted) {
      raw++;
    }
    return raw;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private int widthAt(int raw) {
    char c = source.charAt(raw);
    if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
      return 2;
    }
    if (style != ScalarStyle.DOUBLE_QUOTED || c != '\\') {
      return 1;
    }
    return switch (source.charAt(raw + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
