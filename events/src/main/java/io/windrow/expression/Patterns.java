package io.windrow.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches}, with CEL's regular expressions: RE2's, which take time in proportion to the
 * text. A pattern is the same for every event, since the factor in it is the pattern's size.
 */
public final class Patterns {
  public static final String FUNCTION = "matches";

  private static final int STATES_PASSED_IN_A_STEP = 16;

  private Patterns() {}

  /**
   * Checks that a value is a pattern.
   *
   * @throws ExpressionException when it is none
   */
  public static void check(@Nullable Object pattern) {
    Core.Unary unused = matching(pattern);
  }

  /**
   * The match with a pattern.
   *
   * @throws ExpressionException when it is none
   */
  static Core.Unary matching(@Nullable Object pattern) {
    if (!(pattern instanceof String expression)) {
      throw Kind.mismatch(FUNCTION, pattern);
    }
    Pattern compiled = compile(expression);
    long stepsPerCharacter = 1L + compiled.programSize() / STATES_PASSED_IN_A_STEP;
    return (frame, text) -> {
      if (!(text instanceof String string)) {
        throw Kind.mismatch(FUNCTION, text);
      }
      frame.spend(string.length() * stepsPerCharacter);
      return compiled.matcher(string).find();
    };
  }

  private static Pattern compile(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new ExpressionException(
          "not a regular expression of RE2: " + expression + " (" + e.getDescription() + ")");
    }
  }
}
