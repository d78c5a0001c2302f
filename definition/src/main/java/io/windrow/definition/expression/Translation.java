package io.windrow.definition.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.expression.Arithmetic;
import io.windrow.expression.Bytes;
import io.windrow.expression.Core;
import io.windrow.expression.ExpressionException;
import io.windrow.expression.Node;
import io.windrow.expression.Patterns;
import io.windrow.expression.RecordVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way from the library's tree of a checked expression to ours. What the library accepts and
 * Windrow does not evaluate is a problem, and so is a constant without a value.
 */
final class Translation {
  private final CelAbstractSyntaxTree tree;
  private final Set<String> own;
  private final SourceText source;
  private final Findings findings;
  private boolean makesForeignValues;

  /**
   * The translation of a tree.
   *
   * @param own the functions of plug-ins
   */
  Translation(CelAbstractSyntaxTree tree, Set<String> own) {
    this.tree = tree;
    this.own = own;
    this.source = new SourceText(tree.getSource());
    this.findings = new Findings(tree);
  }

  Node root() {
    CelType type = tree.getResultType();
    CelExpr expr = tree.getExpr();
    Node root = node(expr, Set.of());
    if (findings.problems().isEmpty() && !isOfEvents(type)) {
      return findings.unsupported(
          expr, "a field cannot hold a " + name(type) + "; convert it, as by string()");
    }
    Node storable =
        makesForeignValues && hasDyn(type) ? findings.noted(new Node.Storable(root), expr) : root;
    if (findings.problems().isEmpty()) {
      new ConstantChecks(findings).check(storable);
    }
    return storable;
  }

  /** What the library accepts, and can't be evaluated. */
  List<Problem> problems() {
    return findings.problems();
  }

  /** Whether the values of a type can be those of events. */
  private static boolean isOfEvents(CelType type) {
    return switch (type.kind()) {
      case BOOL, INT, DOUBLE, STRING, NULL_TYPE, DYN, STRUCT, TYPE_PARAM -> true;
      case LIST, MAP -> type.parameters().stream().allMatch(Translation::isOfEvents);
      default -> false;
    };
  }

  private static boolean hasDyn(CelType type) {
    return type.kind() == CelKind.DYN || type.parameters().stream().anyMatch(Translation::hasDyn);
  }

  private Node node(CelExpr expr, Set<String> locals) {
    makesForeignValues |= !isOfEvents(type(expr));
    return findings.noted(translated(expr, locals), expr);
  }

  private Node translated(CelExpr expr, Set<String> locals) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT -> typed(variable(expr, locals), expr);
      case SELECT -> select(expr, locals);
      case CALL -> call(expr, locals);
      case LIST -> new Node.ListOf(nodes(expr.list().elements(), locals));
      case MAP -> map(expr, locals);
      case COMPREHENSION -> fold(expr.comprehension(), locals);
      default -> findings.unsupported(expr, "an object cannot be constructed in an expression");
    };
  }

  private List<Node> nodes(List<CelExpr> parts, Set<String> locals) {
    return parts.stream().map(part -> node(part, locals)).toList();
  }

  private Node constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case NULL_VALUE -> new Node.Literal(null);
      case BOOLEAN_VALUE -> new Node.Literal(constant.booleanValue());
      case INT64_VALUE -> new Node.Literal(constant.int64Value());
      case STRING_VALUE -> new Node.Literal(constant.stringValue());
      case BYTES_VALUE -> new Node.Literal(Bytes.of(constant.bytesValue().toByteArray()));
      case DOUBLE_VALUE -> decimal(expr);
      case UINT64_VALUE -> uint(expr);
      default -> findings.unsupported(expr, "a constant of a kind that Windrow does not know");
    };
  }

  private Node decimal(CelExpr expr) {
    try {
      return new Node.Literal(Arithmetic.inRange(source.decimal(expr)));
    } catch (ExpressionException | NumberFormatException e) {
      return findings.unsupported(
          expr, "the number is past 38 digits or outside 1E-130 to 9.99E+125");
    }
  }

  private Node uint(CelExpr expr) {
    return findings.unsupported(
        expr,
        "there is no uint here, since an int has 38 digits; write 5 for 5u, int(x) for uint(x)");
  }

  private Node variable(CelExpr expr, Set<String> locals) {
    String name = expr.ident().name();
    if (locals.contains(name)) {
      return new Node.Local(name);
    }
    if (type(expr).kind() == CelKind.TYPE) {
      return findings.unsupported(expr, "'" + name + "' is a type, and a type is no value here");
    }
    if (ScopeTypes.isRecord(type(expr))) {
      return new Node.Field(new Node.Event(), RecordVariable.KEY);
    }
    String field = name.startsWith(".") ? name.substring(1) : name;
    return field.equals(ScopeTypes.EVENT)
        ? new Node.Event()
        : new Node.Field(new Node.Event(), field);
  }

  private Node select(CelExpr expr, Set<String> locals) {
    Node operand = node(expr.select().operand(), locals);
    String name = expr.select().field();
    return expr.select().testOnly()
        ? new Node.Has(operand, name)
        : typed(new Node.Field(operand, name), expr);
  }

  /** What is read from an event is in the type that the contract gives it. */
  private Node typed(Node read, CelExpr expr) {
    return switch (type(expr).kind()) {
      case INT -> new Node.AsInt(findings.noted(read, expr));
      case DOUBLE -> new Node.AsDecimal(findings.noted(read, expr));
      default -> read;
    };
  }

  private Node call(CelExpr expr, Set<String> locals) {
    List<CelExpr> parts = SyntaxTree.arguments(expr);
    List<Node> of = nodes(parts, locals);
    String function = expr.call().function();
    return switch (function) {
      case "_&&_" -> new Node.And(of.get(0), of.get(1));
      case "_||_" -> new Node.Or(of.get(0), of.get(1));
      case "@not_strictly_false" -> new Node.Absorbing(of.get(0));
      case "_?_:_" -> typed(new Node.Choice(of.get(0), of.get(1), of.get(2)), expr);
      case "_[_]" -> typed(new Node.Call(function, of), expr);
      case "_/_" -> new Node.Call(areInts(parts) ? Core.INT_QUOTIENT : function, of);
      case "uint" -> uint(expr);
      case Patterns.FUNCTION -> match(expr, of);
      default -> function(expr, function, parts, of);
    };
  }

  private boolean areInts(List<CelExpr> parts) {
    return parts.stream().allMatch(part -> type(part).kind() == CelKind.INT);
  }

  private Node match(CelExpr expr, List<Node> parts) {
    Node.Call match = new Node.Call(Patterns.FUNCTION, parts);
    if (!parts.get(1).isConstant(Set.of())) {
      return findings.unsupported(
          expr, "matches() takes a pattern that is the same for every event");
    }
    try {
      Patterns.check(parts.get(1).constantValue());
      return match;
    } catch (ExpressionException e) {
      return findings.unsupported(expr, String.valueOf(e.getMessage()));
    }
  }

  private Node function(CelExpr expr, String function, List<CelExpr> parts, List<Node> arguments) {
    if (own.contains(function)) {
      return parts.stream().allMatch(part -> isOfEvents(type(part)))
          ? typed(new Node.Own(function, arguments), expr)
          : findings.unsupported(expr, function + "() takes only what an event can hold");
    }
    return Core.has(function, arguments.size())
        ? new Node.Call(function, arguments)
        : findings.unsupported(expr, "Windrow does not evaluate " + function + "()");
  }

  private Node map(CelExpr expr, Set<String> locals) {
    List<Node> parts = new ArrayList<>();
    expr.map()
        .entries()
        .forEach(
            entry -> {
              parts.add(node(entry.key(), locals));
              parts.add(node(entry.value(), locals));
            });
    return new Node.MapOf(parts);
  }

  private Node fold(CelComprehension fold, Set<String> locals) {
    Set<String> outer = new HashSet<>(locals);
    outer.add(fold.accuVar());
    Set<String> inner = new HashSet<>(outer);
    inner.add(fold.iterVar());
    return new Node.Fold(
        node(fold.iterRange(), locals),
        node(fold.accuInit(), locals),
        node(fold.loopCondition(), inner),
        node(fold.loopStep(), inner),
        node(fold.result(), outer),
        fold.iterVar(),
        fold.accuVar());
  }

  private CelType type(CelExpr expr) {
    return tree.getType(expr.id()).orElse(SimpleType.DYN);
  }

  private static String name(CelType type) {
    return TypeNames.plain(TypeNames.of(type));
  }
}
