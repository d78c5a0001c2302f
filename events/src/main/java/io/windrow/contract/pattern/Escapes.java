package io.windrow.contract.pattern;

import static io.windrow.contract.pattern.PatternSource.NOTHING;

import io.windrow.contract.pattern.Element.Chars;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads what follows a backslash. */
final class Escapes {
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

  private final PatternSource source;

  Escapes(PatternSource source) {
    this.source = source;
  }

  /** An escape outside of brackets. */
  Element atom(int from) {
    if (source.peek() == 'k' || (source.peek() >= '1' && source.peek() <= '9')) {
      throw source.error(
          from,
          "a back reference, which no search in linear time has; a contract is asked in linear"
              + " time, so compare in a rule");
    }
    Element set = set(from);
    return set != null ? set : new Chars(CodePoints.of(character(from, SYNTAX)));
  }

  /** An escape inside of brackets that is one character. */
  int characterInBrackets(int from) {
    return source.take("b") ? '\b' : character(from, SYNTAX + "-");
  }

  /** An escape that is a set; null if it is none. */
  @Nullable Element set(int from) {
    int c = source.peek();
    CodePoints set =
        switch (c) {
          case 'd' -> CodePoints.DIGITS;
          case 'D' -> CodePoints.DIGITS.complement();
          case 'w' -> CodePoints.WORD;
          case 'W' -> CodePoints.WORD.complement();
          case 's' -> CodePoints.SPACE;
          case 'S' -> CodePoints.SPACE.complement();
          default -> null;
        };
    if (set != null) {
      source.next();
      return new Chars(set);
    }
    return c == 'p' || c == 'P' ? UnicodeProperty.read(source, from) : null;
  }

  private int character(int from, String identities) {
    int c = source.next();
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '0' -> nul(from);
      case 'c' -> control(from);
      case 'x' -> hexadecimal(from, source.takeHex(2), "\\x41");
      case 'u' -> unicode(from);
      default -> {
        if (c != NOTHING && identities.indexOf(c) >= 0) {
          yield c;
        }
        throw unknown(from, c);
      }
    };
  }

  private int nul(int from) {
    if (source.peek() >= '0' && source.peek() <= '9') {
      throw source.error(from, "an octal escape, which ECMA-262 does not have; write \\x00");
    }
    return 0;
  }

  private int control(int from) {
    int letter = source.next();
    if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
      return letter % 32;
    }
    throw source.error(from, "\\c is followed by no letter, as in \\cJ");
  }

  private int hexadecimal(int from, int value, String example) {
    if (value == NOTHING) {
      throw source.error(from, "too few hexadecimal digits, expected some as in " + example);
    }
    return value;
  }

  private int unicode(int from) {
    if (source.take("{")) {
      int digits = source.index();
      while (Character.digit(source.peek(), 16) >= 0) {
        source.next();
      }
      String hex = source.since(digits);
      int value = hex.isEmpty() || hex.length() > 32 ? NOTHING : codePoint(hex);
      if (value == NOTHING || !source.take("}")) {
        throw source.error(from, "no code point, expected one as in \\u{1F600}, up to 10FFFF");
      }
      return value;
    }
    int first = hexadecimal(from, source.takeHex(4), "\\u00e9 or \\u{1F600}");
    int after = source.index();
    if (isHigh(first) && source.take("\\u")) {
      int second = source.takeHex(4);
      if (second != NOTHING && Character.isLowSurrogate((char) second)) {
        return Character.toCodePoint((char) first, (char) second);
      }
      source.goBackTo(after);
    }
    return first;
  }

  private static boolean isHigh(int unit) {
    return Character.isHighSurrogate((char) unit);
  }

  private static int codePoint(String hex) {
    BigInteger value = new BigInteger(hex, 16);
    return value.bitLength() < 22 && value.intValue() <= Character.MAX_CODE_POINT
        ? value.intValue()
        : NOTHING;
  }

  private PatternException unknown(int from, int c) {
    if (c == NOTHING) {
      return source.error(from, "a backslash at the end; write \\\\ for the character");
    }
    String escape = source.since(from);
    String instead =
        switch (c) {
          case 'A' -> "write ^";
          case 'z', 'Z' -> "write $";
          case 'h' -> "write [ \\t]";
          case 'R' -> "write \\r?\\n";
          case 'a' -> "write \\x07";
          case 'e' -> "write \\x1b";
          case 'Q', 'E' -> "write a backslash before each sign";
          default ->
              Character.isLetterOrDigit(c)
                  ? "write '" + Character.toString(c) + "' for the character"
                  : "write '" + Character.toString(c) + "' without the backslash";
        };
    return source.error(
        from, "'%s' is no escape of ECMA-262 with the flag u; %s".formatted(escape, instead));
  }
}
