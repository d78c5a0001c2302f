package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import io.windrow.record.Scalars;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of the event at one end of the order of events, by time, then by position; events
 * without a value are passed over. Null if no event had one.
 */
abstract class Edge implements Aggregate<Edge.State> {
  private final String name;
  private final Comparator<Seen> order;

  /** An aggregate that keeps what comes last in the order. */
  Edge(String name, Comparator<Seen> order) {
    this.name = name;
    this.order = order;
  }

  static final class State {
    private @Nullable Seen seen;
  }

  /** A value with what decides whether another takes its place. */
  record Seen(Object value, long time, Position position) {
    // No two records share a position; values come last so that the order is total even so.
    static final Comparator<Seen> ORDER =
        Comparator.comparingLong(Seen::time)
            .thenComparing(Seen::position)
            .thenComparing(Seen::value, Scalars::compare);
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
    Object value = Arguments.scalar(name, arguments);
    if (value != null) {
      offer(state, new Seen(value, time, position));
    }
  }

  @Override
  public final void combine(State into, State from) {
    if (from.seen != null) {
      offer(into, from.seen);
    }
  }

  private void offer(State state, Seen seen) {
    if (state.seen == null || order.compare(seen, state.seen) > 0) {
      state.seen = seen;
    }
  }

  @Override
  public final @Nullable Object finish(State state) {
    return state.seen == null ? null : state.seen.value();
  }

  @Override
  public final void encode(State state, BinaryWriter out) {
    Seen seen = state.seen;
    if (seen == null) {
      out.writeValue(null);
    } else {
      out.writeValue(seen.value()).writeLong(seen.time());
      seen.position().encode(out);
    }
  }

  /** The value, its time and its position. */
  @Override
  public final int growth(Position position) {
    return 34 + position.size();
  }

  @Override
  public final State decode(BinaryReader in) {
    State state = new State();
    Object value = in.readValue();
    if (value != null) {
      state.seen = new Seen(value, in.readLong(), Position.decode(in));
    }
    return state;
  }
}
