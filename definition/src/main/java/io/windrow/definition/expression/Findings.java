package io.windrow.definition.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.expression.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with an expression that the library accepts, each part at its place. */
final class Findings {
  private final CelAbstractSyntaxTree tree;
  private final IdentityHashMap<Node, CelExpr> origins = new IdentityHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Findings(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Notes which part of the text a node is made of. */
  Node noted(Node node, CelExpr expr) {
    origins.put(node, expr);
    return node;
  }

  /** Adds a part, and gives what may stand in its place, since nobody is going to evaluate it. */
  Node unsupported(CelExpr expr, String sentence) {
    add(expr, sentence, null);
    return new Node.Literal(null);
  }

  /** Adds what is wrong at a node. */
  void add(Node node, String sentence, @Nullable String nearest) {
    add(origins.getOrDefault(node, tree.getExpr()), sentence, nearest);
  }

  private void add(CelExpr expr, String sentence, @Nullable String nearest) {
    CelSource source = tree.getSource();
    int offset = source.getPositionsMap().getOrDefault(expr.id(), 0);
    CelSourceLocation place = source.getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    problems.add(new Problem(place.getLine(), place.getColumn() + 1, sentence, nearest, List.of()));
  }

  /** Whether the check found that a node is a list. */
  boolean isList(Node node) {
    CelExpr expr = origins.get(node);
    return expr != null
        && tree.getType(expr.id()).filter(type -> type.kind() == CelKind.LIST).isPresent();
  }
}
