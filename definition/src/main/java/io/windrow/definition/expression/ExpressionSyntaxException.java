package io.windrow.definition.expression;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of an expression is not one that can be evaluated: all its problems. */
public final class ExpressionSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  ExpressionSyntaxException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, in the order of the text. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param line in the text, from 1
   * @param column in the line, from 1
   * @param message one plain sentence
   * @param nearest the allowed name that is most like the one found, if one is
   * @param allowed the names that may stand there, if it is a name that is wrong
   */
  public record Problem(
      int line, int column, String message, @Nullable String nearest, List<String> allowed) {
    public Problem {
      allowed = List.copyOf(allowed);
    }

    @Override
    public String toString() {
      String hint = nearest == null ? "" : "; did you mean " + nearest + "?";
      return line + ":" + column + ": " + message + hint;
    }
  }
}
