package io.windrow.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled {@link Node.Fold}.
 *
 * @param cost the steps that each element takes
 */
record Folding(
    Evaluable range,
    Evaluable initial,
    Evaluable condition,
    Evaluable step,
    Evaluable result,
    int element,
    int total,
    int cost)
    implements Evaluable {

  @Override
  public @Nullable Object evaluate(Frame frame) {
    Collection<?> all = elements(range.evaluate(frame));
    frame.setLocal(total, GrowingList.of(attempt(initial, frame)));
    for (Object one : all) {
      frame.spend(cost);
      frame.setLocal(element, one);
      if (!Logic.bool(condition.evaluate(frame))) {
        break;
      }
      frame.setLocal(total, attempt(step, frame));
    }
    return GrowingList.finished(result.evaluate(frame));
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
}
