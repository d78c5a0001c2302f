package io.windrow.definition.expression;

import io.windrow.expression.Calendar;
import io.windrow.expression.Core;
import io.windrow.expression.ExpressionException;
import io.windrow.expression.Nearest;
import io.windrow.expression.Node;
import io.windrow.expression.Numbers;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constants of an expression that have no value, such as {@code 1 / 0} or {@code
 * timestamp('today')}, by evaluating them. A part that another constant keeps from being evaluated,
 * as in {@code false && 1 / 0 > 1}, is none.
 */
final class ConstantChecks {
  private static final Set<String> DIVISIONS = Set.of("_/_", Core.INT_QUOTIENT, "_%_");
  private static final Set<String> WITH_POSITIONS =
      Set.of("charAt", "substring", "indexOf", "lastIndexOf");

  /** Functions that fail for what their one argument says. */
  private static final Set<String> CONVERSIONS =
      Set.of("timestamp", "duration", "int", "double", "bool");

  private final Findings findings;

  ConstantChecks(Findings findings) {
    this.findings = findings;
  }

  void check(Node node) {
    if (isConstant(node)) {
      checkConstant(node);
      return;
    }
    if (node instanceof Node.Call call) {
      checkArguments(call);
    }
    reachable(node).forEach(this::check);
  }

  private static boolean isConstant(Node node) {
    return node.isConstant(Set.of());
  }

  private void checkConstant(Node node) {
    ExpressionException failure = failure(node);
    if (failure == null) {
      return;
    }
    List<Node> culprits =
        reachable(node).filter(part -> isConstant(part) && failure(part) != null).toList();
    if (!culprits.isEmpty()) {
      culprits.forEach(this::checkConstant);
    } else if (!(node instanceof Node.Call call && checkArguments(call))) {
      Node place =
          node instanceof Node.Call conversion && CONVERSIONS.contains(conversion.function())
              ? conversion.parts().get(0)
              : node;
      findings.add(place, String.valueOf(failure.getMessage()), null);
    }
  }

  private static @Nullable ExpressionException failure(Node constant) {
    try {
      Object unused = constant.constantValue();
      return null;
    } catch (ExpressionException e) {
      return e;
    }
  }

  /** The parts that no constant keeps from being evaluated. */
  private static Stream<Node> reachable(Node node) {
    if (node instanceof Node.Choice choice && isConstant(choice.condition())) {
      Object condition = valueOrNull(choice.condition());
      if (condition instanceof Boolean holds) {
        return Stream.of(holds ? choice.then() : choice.otherwise());
      }
    }
    boolean decidedByAnd = node instanceof Node.And && hasConstant(node, false);
    boolean decidedByOr = node instanceof Node.Or && hasConstant(node, true);
    return decidedByAnd || decidedByOr ? Stream.of() : node.parts().stream();
  }

  /** Whether an operand, or one of a chain of them, decides the whole. */
  private static boolean hasConstant(Node logic, boolean deciding) {
    return logic.parts().stream()
        .anyMatch(
            part ->
                isConstant(part)
                    ? Boolean.valueOf(deciding).equals(valueOrNull(part))
                    : part.tag().equals(logic.tag()) && hasConstant(part, deciding));
  }

  private static @Nullable Object valueOrNull(Node constant) {
    return failure(constant) == null ? constant.constantValue() : null;
  }

  /** Constant arguments with which a function has no value, whatever the others are. */
  private boolean checkArguments(Node.Call call) {
    List<Node> parts = call.parts();
    if (DIVISIONS.contains(call.function()) && isZero(constant(parts.get(1)))) {
      findings.add(parts.get(1), "division by zero", null);
      return true;
    }
    if (Calendar.getters().contains(call.function())
        && parts.size() == 2
        && constant(parts.get(1)) instanceof String zone) {
      return checkZone(parts.get(1), zone);
    }
    return (WITH_POSITIONS.contains(call.function()) && checkPositions(call.function(), parts))
        || (call.function().equals("_[_]") && checkIndex(parts));
  }

  private static @Nullable Object constant(Node node) {
    return isConstant(node) ? valueOrNull(node) : null;
  }

  private static boolean isZero(@Nullable Object value) {
    return value instanceof Number number
        && Numbers.sign(number) instanceof Number sign
        && sign.intValue() == 0;
  }

  private boolean checkZone(Node place, String zone) {
    try {
      ZoneId unused = Calendar.zone(zone);
      return false;
    } catch (ExpressionException e) {
      String nearest = Nearest.to(zone, new TreeSet<>(ZoneId.getAvailableZoneIds()));
      findings.add(
          place, e.getMessage() + ", expected one such as Europe/Berlin or +02:00", nearest);
      return true;
    }
  }

  private boolean checkPositions(String function, List<Node> parts) {
    for (Node part : parts.subList(1, parts.size())) {
      if (constant(part) instanceof Long position && position < 0) {
        findings.add(part, function + ": no position " + position + " in a string", null);
        return true;
      }
    }
    return false;
  }

  private boolean checkIndex(List<Node> parts) {
    if (findings.isList(parts.get(0))
        && constant(parts.get(1)) instanceof Long index
        && index < 0) {
      findings.add(parts.get(1), "no element " + index + " in a list", null);
      return true;
    }
    return false;
  }
}
