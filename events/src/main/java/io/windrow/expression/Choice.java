package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** {@code condition ? then : otherwise}. */
record Choice(Node condition, Node then, Node otherwise) implements Node {
  static final String TAG = "if";

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable test = condition.compile(bindings);
    Evaluable yes = then.compile(bindings);
    Evaluable no = otherwise.compile(bindings);
    return frame -> (Logic.bool(test.evaluate(frame)) ? yes : no).evaluate(frame);
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, condition, then, otherwise);
  }
}
