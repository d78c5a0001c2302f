package io.windrow.functions.kinesis;

/** The escapes of JSON strings (RFC 8259, section 7). */
final class JsonEscapes {
  private static final String LETTERS = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private JsonEscapes() {}

  static String decode(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\') {
        text.append(c);
      } else if (raw.charAt(i) == 'u') {
        text.append(codeUnit(raw, i + 1));
        i += 5;
      } else {
        text.append(meaning(raw.charAt(i++)));
      }
    }
    return text.toString();
  }

  private static char codeUnit(String raw, int from) {
    try {
      return (char) Integer.parseInt(raw, from, from + 4, 16);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new EnvelopeException(
          "broken envelope: expected four hexadecimal digits after \\u in \"" + raw + "\"");
    }
  }

  private static char meaning(char letter) {
    int at = LETTERS.indexOf(letter);
    if (at < 0) {
      throw new EnvelopeException("broken envelope: unknown escape \\" + letter);
    }
    return MEANINGS.charAt(at);
  }
}
