package io.windrow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.windrow.expression.ExpressionSyntaxException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way from the library's tree of a checked expression to ours. A function that the common core
 * lacks, or whose arguments are none of an event's types, is left to the library; all else is not.
 */
final class Translation {
  private final CelAbstractSyntaxTree tree;
  private final Set<String> own;
  private final Unsupported unsupported;
  private final Constants constants;

  /**
   * The translation of a tree.
   *
   * @param own the functions of plug-ins
   */
  Translation(CelAbstractSyntaxTree tree, Set<String> own) {
    this.tree = tree;
    this.own = own;
    this.unsupported = new Unsupported(tree.getSource());
    this.constants = new Constants(tree.getSource(), unsupported);
  }

  Node root() {
    CelType type = tree.getResultType();
    if (!EventTypes.include(type)) {
      unsupported.part(
          tree.getExpr(), "a field cannot hold a " + name(type) + "; convert it, as by string()");
    }
    return node(tree.getExpr(), Set.of());
  }

  /** What the library accepts and Windrow cannot evaluate. */
  List<Problem> problems() {
    return unsupported.problems();
  }

  private Node node(CelExpr expr, Set<String> locals) {
    return switch (expr.getKind()) {
      case CONSTANT -> constants.node(expr);
      case IDENT -> typed(variable(expr, locals), expr);
      case SELECT -> select(expr, locals);
      case CALL -> call(expr, locals);
      case LIST -> new ListLiteral(nodes(expr.list().elements(), locals));
      case MAP -> map(expr.map(), locals);
      case COMPREHENSION -> fold(expr.comprehension(), locals);
      default -> unsupported.part(expr, "an object cannot be constructed in an expression");
    };
  }

  private List<Node> nodes(List<CelExpr> parts, Set<String> locals) {
    return parts.stream().map(part -> node(part, locals)).toList();
  }

  private Node variable(CelExpr expr, Set<String> locals) {
    String name = expr.ident().name();
    if (locals.contains(name)) {
      return new Local(name);
    }
    if (type(expr).kind() == CelKind.TYPE) {
      return unsupported.part(expr, "'" + name + "' is a type, and a type is no value here");
    }
    String field = name.startsWith(".") ? name.substring(1) : name;
    return field.equals(ScopeTypes.EVENT) ? new WholeEvent() : new Field(new WholeEvent(), field);
  }

  private Node select(CelExpr expr, Set<String> locals) {
    Node operand = node(expr.select().operand(), locals);
    String name = expr.select().field();
    return expr.select().testOnly()
        ? new Has(operand, name)
        : typed(new Field(operand, name), expr);
  }

  /** What is read from an event is in the type that the contract gives it. */
  private Node typed(Node read, CelExpr expr) {
    return switch (type(expr).kind()) {
      case INT -> new AsInt(read);
      case DOUBLE -> new AsDecimal(read);
      default -> read;
    };
  }

  private Node call(CelExpr expr, Set<String> locals) {
    List<CelExpr> parts = SyntaxTree.arguments(expr);
    List<Node> arguments = nodes(parts, locals);
    String function = expr.call().function();
    return switch (function) {
      case "_&&_" -> new And(arguments.get(0), arguments.get(1));
      case "_||_" -> new Or(arguments.get(0), arguments.get(1));
      case "@not_strictly_false" -> new Absorbing(arguments.get(0));
      case "_?_:_" -> typed(new Choice(arguments.get(0), arguments.get(1), arguments.get(2)), expr);
      case "_[_]" -> typed(new Call(function, arguments), expr);
      case "_/_" -> new Call(areInts(parts) ? Core.INT_QUOTIENT : function, arguments);
      default -> function(expr, function, parts, arguments);
    };
  }

  private boolean areInts(List<CelExpr> parts) {
    return parts.stream().allMatch(part -> type(part).kind() == CelKind.INT);
  }

  private Node function(CelExpr expr, String function, List<CelExpr> parts, List<Node> arguments) {
    boolean ofEvents = parts.stream().allMatch(part -> EventTypes.include(type(part)));
    if (own.contains(function)) {
      return ofEvents
          ? typed(new PlugInCall(function, arguments), expr)
          : unsupported.part(expr, function + "() takes only what an event can hold");
    }
    if (ofEvents && Core.has(function, arguments.size())) {
      return checked(expr, new Call(function, arguments));
    }
    if (function.equals("dyn")) {
      return unsupported.part(expr, "dyn() does not take a " + name(type(parts.get(0))));
    }
    List<String> overloads = tree.getReferenceOrThrow(expr.id()).overloadIds();
    return new LibraryCall(function, expr.call().target().isPresent(), overloads, arguments);
  }

  private Node checked(CelExpr expr, Call call) {
    if (call.function().equals(Patterns.FUNCTION)
        && call.arguments().get(1) instanceof Literal literal
        && literal.value() instanceof String pattern) {
      try {
        Patterns.compile(pattern);
      } catch (ExpressionException e) {
        return unsupported.part(expr, String.valueOf(e.getMessage()));
      }
    }
    return call;
  }

  private Node map(CelMap map, Set<String> locals) {
    List<Node> keys = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    map.entries()
        .forEach(
            entry -> {
              keys.add(node(entry.key(), locals));
              values.add(node(entry.value(), locals));
            });
    return new MapLiteral(keys, values);
  }

  private Node fold(CelComprehension fold, Set<String> locals) {
    Set<String> outer = new HashSet<>(locals);
    outer.add(fold.accuVar());
    Set<String> inner = new HashSet<>(outer);
    inner.add(fold.iterVar());
    return new Comprehension(
        fold.iterVar(),
        node(fold.iterRange(), locals),
        fold.accuVar(),
        node(fold.accuInit(), locals),
        node(fold.loopCondition(), inner),
        node(fold.loopStep(), inner),
        node(fold.result(), outer));
  }

  private CelType type(CelExpr expr) {
    return tree.getType(expr.id()).orElse(SimpleType.DYN);
  }

  private static String name(CelType type) {
    return TypeNames.plain(TypeNames.of(type));
  }
}
