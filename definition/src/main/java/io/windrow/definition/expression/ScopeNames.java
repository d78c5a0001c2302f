package io.windrow.definition.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.windrow.expression.FieldType;
import io.windrow.expression.RecordVariable;
import io.windrow.record.FieldNotation;
import io.windrow.record.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that may stand at a place of an expression that does not check. */
final class ScopeNames {
  private final Scope scope;
  private final SyntaxTree tree;

  ScopeNames(Scope scope, SyntaxTree tree) {
    this.scope = scope;
    this.tree = tree;
  }

  /** The event and its top-level fields, each with how an expression writes it. */
  Map<String, String> variables() {
    Map<String, String> names = new LinkedHashMap<>();
    if (!scope.fields().containsKey(ScopeTypes.EVENT)) {
      names.put(ScopeTypes.EVENT, ScopeTypes.EVENT);
    }
    if (scope.hasRecord()) {
      names.put(RecordVariable.NAME, RecordVariable.NAME);
    }
    for (String name : scope.fields().keySet()) {
      names.put(name, FieldNotation.expression(new FieldPath(List.of(name))));
    }
    return names;
  }

  /** The fields of the object that a part is, each as it is written there; none if not known. */
  Map<String, String> fieldsOf(CelExpr object) {
    Map<String, String> names = new LinkedHashMap<>();
    FieldType type = typeOf(object);
    if (type != null && type.withoutNull() instanceof FieldType.ObjectOf known) {
      for (String name : known.fields().keySet()) {
        String selection = FieldNotation.selection(name);
        names.put(name, selection.startsWith(".") ? selection.substring(1) : selection);
      }
    }
    return names;
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
    if (name.equals(RecordVariable.NAME) && scope.hasRecord()) {
      return RecordVariable.TYPE;
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
