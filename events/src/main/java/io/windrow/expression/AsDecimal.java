package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.windrow.record.FieldPath;
import java.math.BigDecimal;
import java.util.Optional;

/** A value that the contract calls a number, as a decimal, also if it was written as 5. */
record AsDecimal(Node of) implements Node {
  static final String TAG = "number";

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable value = of.compile(bindings);
    return frame -> {
      Object read = value.evaluate(frame);
      return read instanceof Long whole ? BigDecimal.valueOf(whole) : read;
    };
  }

  @Override
  public Optional<FieldPath> fieldPath() {
    return of.fieldPath();
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, of);
  }
}
