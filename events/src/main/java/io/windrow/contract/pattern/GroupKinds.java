package io.windrow.contract.pattern;

import java.util.regex.Pattern;

/** What may follow {@code (?} but for a colon. */
final class GroupKinds {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private GroupKinds() {}

  /** Goes past a group's name; all else is an error that says what to write. */
  static void takeName(PatternSource source, int from) {
    if (source.startsWith("=") || source.startsWith("<=")) {
      throw source.error(
          from,
          "a look-around, which no search in linear time has; a contract is asked in linear time,"
              + " so write each condition as a pattern of its own, in allOf");
    }
    if (source.startsWith("!") || source.startsWith("<!")) {
      throw source.error(
          from,
          "a negative look-around, which no search in linear time has; a contract is asked in"
              + " linear time, so write \"not\": {\"pattern\": …} beside the pattern");
    }
    int name = source.index() + 1;
    if (source.take("<")) {
      while (!source.atEnd() && source.peek() != '>') {
        source.next();
      }
      if (NAME.matcher(source.since(name)).matches() && source.take(">")) {
        return;
      }
    }
    source.goBackTo(name - 1);
    throw unknown(source, from);
  }

  private static PatternException unknown(PatternSource source, int from) {
    if (source.peek() == '-' || Character.isLetter(source.peek())) {
      return source.error(
          from,
          "flags inside a pattern, such as (?i), which contracts don't have; write both cases, as"
              + " in [Aa], or compare after 'clean' with lowerAscii() in a rule");
    }
    return source.error(from, "'(?' begins no group of ECMA-262; write (…), (?:…) or (?<name>…)");
  }
}
