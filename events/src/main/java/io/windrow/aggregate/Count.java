package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many events there were, or how many met a condition; a condition that is null is not met. */
final class Count implements Aggregate<Count.State> {

  static final class State {
    private long events;
  }

  @Override
  public State create() {
    return new State();
  }

  @Override
  public void check(List<@Nullable Object> arguments) {
    counts(arguments);
  }

  @Override
  public void accumulate(
      State state, List<@Nullable Object> arguments, long time, Position position) {
    if (counts(arguments)) {
      state.events++;
    }
  }

  private static boolean counts(List<@Nullable Object> arguments) {
    return arguments.isEmpty() || Boolean.TRUE.equals(Arguments.condition("count", arguments));
  }

  @Override
  public void combine(State into, State from) {
    into.events += from.events;
  }

  @Override
  public Object finish(State state) {
    return state.events;
  }

  @Override
  public void encode(State state, BinaryWriter out) {
    out.writeLong(state.events);
  }

  @Override
  public int growth(Position position) {
    return 1;
  }

  @Override
  public State decode(BinaryReader in) {
    State state = new State();
    state.events = in.readLong();
    return state;
  }
}
