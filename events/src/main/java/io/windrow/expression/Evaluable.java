package io.windrow.expression;

import org.jspecify.annotations.Nullable;

/** A compiled part of an expression. */
@FunctionalInterface
interface Evaluable {

  /**
   * Its value.
   *
   * @throws ExpressionException when it has none
   */
  @Nullable Object evaluate(Frame frame);
}
