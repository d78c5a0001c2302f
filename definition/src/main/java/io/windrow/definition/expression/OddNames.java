package io.windrow.definition.expression;

import dev.cel.common.CelIssue;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.record.FieldNotation;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of fields that the parser cannot read where they stand, and how they are written. */
final class OddNames {
  private static final Pattern UNREAD =
      Pattern.compile(
          "(?s)token recognition error at: .*|(?:mismatched|extraneous) input '`.*' expecting .*");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`|[\\p{L}\\p{M}\\p{N}_@$]+");

  private OddNames() {}

  /** The problem that such a name is, if the parser's issue comes from one. */
  static Optional<Problem> problem(CelIssue issue, String text) {
    if (!UNREAD.matcher(issue.getMessage()).matches()) {
      return Optional.empty();
    }
    int row = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn();
    String line = text.lines().skip(row - 1L).findFirst().orElse("");
    Matcher name = NAME.matcher(line);
    while (name.find()) {
      int start = line.codePointCount(0, name.start());
      if (start <= column && column < line.codePointCount(0, name.end())) {
        return Optional.of(new Problem(row, start + 1, sentence(name), null, List.of()));
      }
    }
    return Optional.empty();
  }

  private static String sentence(Matcher name) {
    String field = name.group(1) == null ? name.group() : name.group(1);
    return "cannot read "
        + name.group()
        + " here; the field of that name is written "
        + FieldNotation.expression(new FieldPath(List.of(field)));
  }
}
