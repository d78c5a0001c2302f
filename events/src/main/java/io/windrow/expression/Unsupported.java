package io.windrow.expression;

import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import io.windrow.expression.ExpressionSyntaxException.Problem;
import java.util.ArrayList;
import java.util.List;

/** The parts of a checked expression that the library accepts and Windrow cannot evaluate. */
final class Unsupported {
  private final CelSource source;
  private final List<Problem> problems = new ArrayList<>();

  Unsupported(CelSource source) {
    this.source = source;
  }

  /** Notes a part, and gives what may stand in its place, since nobody is going to evaluate it. */
  Node part(CelExpr expr, String sentence) {
    int offset = source.getPositionsMap().getOrDefault(expr.id(), 0);
    CelSourceLocation place = source.getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    problems.add(new Problem(place.getLine(), place.getColumn() + 1, sentence, null, List.of()));
    return new Literal(null);
  }

  List<Problem> problems() {
    return problems;
  }
}
