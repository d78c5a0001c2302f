package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.windrow.record.FieldPath;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that the contract calls an integer, as an int, also if it was written as 5.0. */
record AsInt(Node of) implements Node {
  static final String TAG = "int";

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable value = of.compile(bindings);
    return frame -> whole(value.evaluate(frame));
  }

  private static @Nullable Object whole(@Nullable Object value) {
    return value instanceof BigDecimal decimal ? Arithmetic.whole(decimal) : value;
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
