package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** A variable of a fold. */
record Local(String name) implements Node {
  static final String TAG = "local";

  @Override
  public Evaluable compile(Bindings bindings) {
    int slot = bindings.slotOf(name);
    return frame -> {
      Object value = frame.locals()[slot];
      if (value instanceof ExpressionException failure) {
        throw failure;
      }
      return value;
    };
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG).add(name);
  }
}
