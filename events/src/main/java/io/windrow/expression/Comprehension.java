package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What CEL's macros {@code all}, {@code exists}, {@code exists_one}, {@code map} and {@code filter}
 * stand for: a variable takes each element of a list or key of a map in turn, and an accumulator
 * takes the value of a step, as long as a condition holds (CEL's {@code Expr.Comprehension}).
 */
record Comprehension(
    String variable,
    Node range,
    String accumulator,
    Node initial,
    Node condition,
    Node step,
    Node result)
    implements Node {
  static final String TAG = "fold";

  @Override
  public Evaluable compile(Bindings bindings) {
    Bindings outer = bindings.with(accumulator);
    Bindings inner = outer.with(variable);
    Evaluable elements = range.compile(bindings);
    Evaluable start = initial.compile(bindings);
    Evaluable proceeds = condition.compile(inner);
    Evaluable next = step.compile(inner);
    Evaluable end = result.compile(outer);
    int total = inner.slotOf(accumulator);
    int element = inner.slotOf(variable);
    return frame -> {
      @Nullable Object[] locals = frame.locals();
      Collection<?> all = elements(elements.evaluate(frame));
      locals[total] = GrowingList.of(attempt(start, frame));
      for (Object one : all) {
        locals[element] = one;
        if (!Logic.bool(proceeds.evaluate(frame))) {
          break;
        }
        locals[total] = attempt(next, frame);
      }
      return GrowingList.finished(end.evaluate(frame));
    };
  }

  /** An error stays in the accumulator: a later element may absorb it. */
  private static @Nullable Object attempt(Evaluable part, Frame frame) {
    try {
      return part.evaluate(frame);
    } catch (ExpressionException failure) {
      return failure;
    }
  }

  private static Collection<?> elements(@Nullable Object range) {
    if (range instanceof List<?> list) {
      return list;
    }
    if (range instanceof Map<?, ?> map) {
      return map.keySet();
    }
    throw new ExpressionException("only a list or a map has elements, found " + Kind.of(range));
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, range, initial, condition, step, result).add(variable).add(accumulator);
  }
}
