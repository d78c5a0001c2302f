package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value at one end of the order of scalars; null if no event had one. Where a window holds
 * values of several kinds, booleans come before numbers, and numbers before strings.
 */
abstract class Extreme implements Aggregate<Extreme.State> {
  private final String name;
  private final Comparator<Object> order;

  /** An aggregate that keeps what comes last in the order. */
  Extreme(String name, Comparator<Object> order) {
    this.name = name;
    this.order = order;
  }

  static final class State {
    private @Nullable Object value;
  }

  @Override
  public final State create() {
    return new State();
  }

  @Override
  public final void check(List<@Nullable Object> arguments) {
    Arguments.scalar(name, arguments);
  }

  @Override
  public final void accumulate(
      State state, List<@Nullable Object> arguments, long time, Position position) {
    offer(state, Arguments.scalar(name, arguments));
  }

  @Override
  public final void combine(State into, State from) {
    offer(into, from.value);
  }

  private void offer(State state, @Nullable Object value) {
    if (value != null && (state.value == null || order.compare(value, state.value) > 0)) {
      state.value = value;
    }
  }

  @Override
  public final @Nullable Object finish(State state) {
    return state.value;
  }

  @Override
  public final void encode(State state, BinaryWriter out) {
    out.writeValue(state.value);
  }

  @Override
  public final State decode(BinaryReader in) {
    State state = new State();
    state.value = in.readValue();
    return state;
  }
}
