package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** The whole event: {@code event}. */
record WholeEvent() implements Node {
  static final String TAG = "event";

  @Override
  public Evaluable compile(Bindings bindings) {
    bindings.reads().all();
    return Frame::fields;
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG);
  }
}
