package io.windrow.definition.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operators that other languages have, and what CEL writes in their place. */
final class ForeignOperators {
  private static final Map<String, String> ADVICE =
      Map.of(
          "=", "a comparison is written ==",
          "=<", "at most is written <=",
          "=>", "at least is written >=",
          "&", "write &&",
          "|", "write ||",
          "and", "write &&",
          "or", "write ||",
          "not", "write !");
  private static final Pattern UNKNOWN_TOKEN =
      Pattern.compile("(?s)token recognition error at: '(=[<>]|.).*");
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?s)(?:mismatched|extraneous) input '(.*)' expecting .*");
  private static final Pattern ENDS_IN_NOT = Pattern.compile("(?i)(?<![\\w.`])not\\s+$");

  private ForeignOperators() {}

  /** What to write in place of a word or sign, if it is such an operator. */
  static Optional<String> advice(String operator) {
    return Optional.ofNullable(ADVICE.get(operator.toLowerCase(Locale.ROOT)))
        .map(advice -> "'" + operator + "' is no operator of CEL; " + advice);
  }

  /** The problem that such an operator is, if the parser's issue comes from one. */
  static Optional<Problem> problem(CelIssue issue, String text) {
    CelSourceLocation place = issue.getSourceLocation();
    Matcher unexpected = UNEXPECTED.matcher(issue.getMessage());
    if (unexpected.matches()) {
      return at(place, place.getColumn(), unexpected.group(1)).or(() -> negation(place, text));
    }
    Matcher token = UNKNOWN_TOKEN.matcher(issue.getMessage());
    return token.matches() ? at(place, place.getColumn(), token.group(1)) : Optional.empty();
  }

  /** To the parser {@code not} is a field, and what follows it is unexpected. */
  private static Optional<Problem> negation(CelSourceLocation place, String text) {
    String line = text.lines().skip(place.getLine() - 1L).findFirst().orElse("");
    int points = Math.min(place.getColumn(), line.codePointCount(0, line.length()));
    String before = line.substring(0, line.offsetByCodePoints(0, points));
    Matcher not = ENDS_IN_NOT.matcher(before);
    return not.find()
        ? at(place, before.codePointCount(0, not.start()), not.group().strip())
        : Optional.empty();
  }

  private static Optional<Problem> at(CelSourceLocation place, int column, String operator) {
    return advice(operator)
        .map(advice -> new Problem(place.getLine(), column + 1, advice, null, List.of()));
  }
}
