package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * False only if its operand is: where the operand has no value, it is true, and the fold that asks
 * goes on to look for an element that decides (CEL language definition, "Macros").
 */
record Absorbing(Node of) implements Node {
  static final String TAG = "not-false";

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable operand = of.compile(bindings);
    return frame -> {
      try {
        return !Boolean.FALSE.equals(operand.evaluate(frame));
      } catch (ExpressionException absorbed) {
        return true;
      }
    };
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, of);
  }
}
