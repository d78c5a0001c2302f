package io.windrow.contract.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A regular expression of ECMA-262 with its flag {@code u}. Whether it is found in a text is
 * answered in time linear in the text, whatever the expression: by a table if one of a moderate
 * size exists, else by RE2/J, for which the expression is bounded, since it takes time for each
 * part of it at each character.
 */
public final class EcmaPattern {
  private static final int MOST_RE2_STEPS = 500;

  private final Optional<Table> table;
  private final Pattern re2;

  private EcmaPattern(Optional<Table> table, Pattern re2) {
    this.table = table;
    this.re2 = re2;
  }

  /**
   * The pattern that a text is.
   *
   * @throws PatternException when it is none, or one that no search in linear time can do
   */
  public static EcmaPattern of(String text) {
    Element element = PatternParser.parse(text);
    Optional<Table> table = Automaton.of(element).flatMap(TableMaker::of);
    return new EcmaPattern(table, table.isPresent() ? Pattern.compile("") : re2(element));
  }

  /** Whether some part of the text, from any character on, is as the pattern says. */
  public boolean isFoundIn(CharSequence text) {
    return table.isPresent() ? table.get().isFoundIn(text) : re2.matcher(text).find();
  }

  static Pattern re2(Element element) {
    try {
      Pattern pattern = Pattern.compile(element.re2());
      if (pattern.programSize() <= MOST_RE2_STEPS) {
        return pattern;
      }
    } catch (PatternSyntaxException e) {
      // a count past 1000, the one thing that RE2/J refuses of what the parser lets through
    }
    throw new PatternException(
        0,
        "too large: its counts make more than "
            + MOST_RE2_STEPS
            + " steps, each of which a search may take at each character; use smaller counts, or"
            + " maxLength beside a pattern without them");
  }
}
