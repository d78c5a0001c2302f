package io.windrow.expression;

import org.jspecify.annotations.Nullable;

/** A compiled part of an expression. */
@FunctionalInterface
public interface Evaluable {
  /**
   * Its value.
   *
   * @throws ExpressionException when it has none
   */
  @Nullable Object evaluate(Frame frame);

  /** The values of some parts. */
  static @Nullable Object[] all(Evaluable[] parts, Frame frame) {
    @Nullable Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].evaluate(frame);
    }
    return values;
  }
}
