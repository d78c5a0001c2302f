package io.windrow.expression;

import org.jspecify.annotations.Nullable;

/**
 * CEL's logic, in which an operand that decides the result absorbs the error of the other (CEL
 * language definition, "Logical Operators").
 */
final class Logic {
  private Logic() {}

  /** A conjunction, which {@code false} decides, or a disjunction, which {@code true} does. */
  static Evaluable decidedBy(boolean deciding, Evaluable left, Evaluable right) {
    return frame -> {
      boolean first;
      try {
        first = bool(left.evaluate(frame));
      } catch (ExpressionException failure) {
        return absorb(failure, deciding, right, frame);
      }
      return first == deciding ? deciding : bool(right.evaluate(frame));
    };
  }

  private static boolean absorb(
      ExpressionException failure, boolean deciding, Evaluable other, Frame frame) {
    if (decides(deciding, other, frame)) {
      return deciding;
    }
    throw failure;
  }

  private static boolean decides(boolean deciding, Evaluable operand, Frame frame) {
    try {
      return operand.evaluate(frame) instanceof Boolean value && value == deciding;
    } catch (ExpressionException absorbed) {
      return false;
    }
  }

  static boolean bool(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw new ExpressionException("a condition must be true or false, found " + Kind.of(value));
  }
}
