package io.windrow.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches}, with CEL's regular expressions: RE2's, which take time in proportion to the
 * text.
 */
final class Patterns {
  static final String FUNCTION = "matches";

  private Patterns() {}

  /** A match with a pattern that is the same for every event, or null if the call is another. */
  static @Nullable Evaluable constant(Call call, Bindings bindings) {
    List<Node> arguments = call.arguments();
    if (!call.function().equals(FUNCTION)
        || !(arguments.get(1) instanceof Literal literal)
        || !(literal.value() instanceof String expression)) {
      return null;
    }
    Pattern pattern = compile(expression);
    Evaluable text = arguments.get(0).compile(bindings);
    return frame -> matches(text.evaluate(frame), pattern);
  }

  static Object matches(@Nullable Object text, @Nullable Object expression) {
    if (expression instanceof String pattern) {
      return matches(text, compile(pattern));
    }
    throw Kind.mismatch(FUNCTION, text, expression);
  }

  private static Object matches(@Nullable Object text, Pattern pattern) {
    if (text instanceof String string) {
      return pattern.matcher(string).find();
    }
    throw Kind.mismatch(FUNCTION, text);
  }

  static Pattern compile(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new ExpressionException(
          "not a regular expression of RE2: " + expression + " (" + e.getDescription() + ")");
    }
  }
}
