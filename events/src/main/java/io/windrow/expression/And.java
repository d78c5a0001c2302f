package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** {@code left && right}: false if either is, even if the other has no value. */
record And(Node left, Node right) implements Node {
  static final String TAG = "and";

  @Override
  public Evaluable compile(Bindings bindings) {
    return Logic.decidedBy(false, left.compile(bindings), right.compile(bindings));
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, left, right);
  }
}
