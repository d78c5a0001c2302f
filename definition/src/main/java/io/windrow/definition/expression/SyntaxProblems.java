package io.windrow.definition.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser found wrong, in plain sentences. */
final class SyntaxProblems {
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?s)(?:mismatched|extraneous) input '(.*)' expecting .*");
  private static final Pattern MISSING = Pattern.compile("(?s)missing '(.*)' at '(.*)'");
  private static final Pattern NO_ALTERNATIVE =
      Pattern.compile("(?s)no viable alternative at input '(.*)'");
  private static final Pattern UNKNOWN_TOKEN =
      Pattern.compile("(?s)token recognition error at: '(.*)'");
  private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
  private static final Pattern TOO_LARGE = Pattern.compile("For input string: \"(.*?)\".*");
  private static final String END = "<EOF>";

  private SyntaxProblems() {}

  static List<Problem> of(Collection<CelIssue> issues, String text) {
    if (text.isBlank()) {
      return List.of(new Problem(1, 1, "the expression is empty", null, List.of()));
    }
    List<Problem> problems = new ArrayList<>();
    boolean unread = false;
    boolean misread = false;
    for (CelIssue issue : issues) {
      Optional<Problem> odd = OddNames.problem(issue, text);
      Optional<Problem> known = unread ? odd : odd.or(() -> ForeignOperators.problem(issue, text));
      known.ifPresent(problems::add);
      // The parser misreads what follows such a name or operator; after a name, even the signs.
      unread |= odd.isPresent();
      misread |= known.isPresent();
      if (!misread) {
        problems.add(problem(issue.getSourceLocation(), sentence(issue.getMessage())));
      }
    }
    return problems.stream().distinct().toList();
  }

  private static Problem problem(CelSourceLocation place, String sentence) {
    return new Problem(place.getLine(), place.getColumn() + 1, sentence, null, List.of());
  }

  private static String sentence(String message) {
    if (message.equals("invalid argument to has() macro")) {
      return "has() takes a field of an object, as in has(event.price)";
    }
    Matcher reserved = RESERVED.matcher(message);
    if (reserved.matches()) {
      String word = reserved.group(1);
      return "'" + word + "' is a reserved word of CEL; write event." + word + " for a field";
    }
    Matcher number = TOO_LARGE.matcher(message);
    if (number.matches()) {
      return number.group(1) + " is past the 64 bits of an int; write it with .0 for a decimal";
    }
    Matcher token = UNKNOWN_TOKEN.matcher(message);
    return token.matches() ? "cannot read " + token.group(1) : unexpected(message);
  }

  private static String unexpected(String message) {
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return "a '" + missing.group(1) + "' is missing before " + found(missing.group(2));
    }
    for (Pattern pattern : List.of(UNEXPECTED, NO_ALTERNATIVE)) {
      Matcher matcher = pattern.matcher(message);
      if (matcher.matches()) {
        return matcher.group(1).equals(END)
            ? "the expression ends too early"
            : "did not expect " + found(matcher.group(1)) + " here";
      }
    }
    return message;
  }

  private static String found(String token) {
    return token.equals(END) ? "the end" : "'" + token + "'";
  }
}
