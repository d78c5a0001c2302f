package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;

/** Whether an object has a field, if only with a null: {@code has(event.price)}. */
record Has(Node of, String name) implements Node {
  static final String TAG = "has";

  @Override
  public Evaluable compile(Bindings bindings) {
    if (of instanceof WholeEvent) {
      bindings.reads().field(name);
      return frame -> frame.fields().containsKey(name);
    }
    Evaluable object =
        of instanceof Field field ? field.compileLeniently(bindings) : of.compile(bindings);
    return frame -> object.evaluate(frame) instanceof Map<?, ?> map && map.containsKey(name);
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, of).add(name);
  }
}
