package io.windrow.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that may stand at a place of an expression that does not check. */
final class ScopeNames {
  private final Scope scope;
  private final SyntaxTree tree;

  ScopeNames(Scope scope, SyntaxTree tree) {
    this.scope = scope;
    this.tree = tree;
  }

  /** The bare names: the event and its top-level fields. */
  List<String> variables() {
    List<String> names = new ArrayList<>(scope.fields().keySet());
    if (!names.contains(ScopeTypes.EVENT)) {
      names.add(0, ScopeTypes.EVENT);
    }
    return names;
  }

  /** The fields of the object that a part is, none if that is not known. */
  List<String> fieldsOf(CelExpr object) {
    FieldType type = typeOf(object);
    return type != null && type.withoutNull() instanceof FieldType.ObjectOf known
        ? List.copyOf(known.fields().keySet())
        : List.of();
  }

  private @Nullable FieldType typeOf(CelExpr part) {
    return switch (part.getKind()) {
      case IDENT -> variable(part, part.ident().name());
      case SELECT -> field(part.select().operand(), part.select().field());
      case CALL -> element(part.call());
      default -> null;
    };
  }

  private @Nullable FieldType variable(CelExpr place, String name) {
    for (CelExpr part = place; part != null; part = tree.parent(part)) {
      if (part.getKind() == Kind.COMPREHENSION && part.comprehension().iterVar().equals(name)) {
        return elementOf(typeOf(part.comprehension().iterRange()));
      }
    }
    return name.equals(ScopeTypes.EVENT) ? scope.event() : scope.fields().get(name);
  }

  private @Nullable FieldType field(CelExpr operand, String name) {
    FieldType type = typeOf(operand);
    return type == null ? null : Scope.fieldOf(type.withoutNull(), name);
  }

  private @Nullable FieldType element(CelCall call) {
    return call.function().equals("_[_]") ? elementOf(typeOf(call.args().get(0))) : null;
  }

  private static @Nullable FieldType elementOf(@Nullable FieldType type) {
    return type != null && type.withoutNull() instanceof FieldType.ListOf list
        ? list.element()
        : null;
  }
}
