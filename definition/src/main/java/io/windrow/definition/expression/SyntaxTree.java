package io.windrow.definition.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parsed expression by the ids of its parts, each with its parent. */
final class SyntaxTree {
  private final Map<Long, CelExpr> parts = new HashMap<>();
  private final Map<Long, CelExpr> parents = new HashMap<>();

  SyntaxTree(CelExpr root) {
    add(root);
  }

  private void add(CelExpr part) {
    parts.put(part.id(), part);
    for (CelExpr child : children(part)) {
      parents.put(child.id(), part);
      add(child);
    }
  }

  @Nullable CelExpr part(long id) {
    return parts.get(id);
  }

  @Nullable CelExpr parent(CelExpr part) {
    return parents.get(part.id());
  }

  /** The names of the functions and operators that it calls. */
  Set<String> functions() {
    return parts.values().stream()
        .filter(part -> part.getKind() == Kind.CALL)
        .map(call -> call.call().function())
        .collect(Collectors.toSet());
  }

  private static List<CelExpr> children(CelExpr part) {
    return switch (part.getKind()) {
      case SELECT -> List.of(part.select().operand());
      case CALL -> arguments(part);
      case LIST -> part.list().elements();
      case MAP ->
          part.map().entries().stream()
              .flatMap(entry -> Stream.of(entry.key(), entry.value()))
              .toList();
      case COMPREHENSION -> parts(part.comprehension());
      default -> List.of();
    };
  }

  /** The receiver of a call, if it has one, and its arguments. */
  static List<CelExpr> arguments(CelExpr call) {
    List<CelExpr> arguments = new ArrayList<>();
    call.call().target().ifPresent(arguments::add);
    arguments.addAll(call.call().args());
    return arguments;
  }

  private static List<CelExpr> parts(CelExpr.CelComprehension fold) {
    return List.of(
        fold.iterRange(), fold.accuInit(), fold.loopCondition(), fold.loopStep(), fold.result());
  }
}
