package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** {@code left || right}: true if either is, even if the other has no value. */
record Or(Node left, Node right) implements Node {
  static final String TAG = "or";

  @Override
  public Evaluable compile(Bindings bindings) {
    return Logic.decidedBy(true, left.compile(bindings), right.compile(bindings));
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, left, right);
  }
}
