package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.expression.ExpressionException;
import io.windrow.plugin.EventValues;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate of a plug-in, with each event tried alone before it counts: what throws then rejects
 * the event, and has changed no state that others share.
 */
record PlugInAggregate<S>(String name, Aggregate<S> aggregate) implements Aggregate<S> {
  private static final Position ANYWHERE = new Position("", "0", 0);

  @Override
  public S create() {
    return aggregate.create();
  }

  @Override
  public void check(List<@Nullable Object> arguments) {
    try {
      aggregate.check(arguments);
      S alone = aggregate.create();
      aggregate.accumulate(alone, arguments, 0, ANYWHERE);
      aggregate.encode(alone, new BinaryWriter());
    } catch (ExpressionException e) {
      throw new ExpressionException(
          String.valueOf(e.getMessage()), name + "() does not take its arguments");
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // its message may hold what the event holds, which is not logged
      throw new ExpressionException(name + "() failed with " + e.getClass().getSimpleName());
    }
  }

  @Override
  public void accumulate(S state, List<@Nullable Object> arguments, long time, Position position) {
    aggregate.accumulate(state, arguments, time, position);
  }

  @Override
  public void combine(S into, S from) {
    aggregate.combine(into, from);
  }

  @Override
  public @Nullable Object finish(S state) {
    return EventValues.of(aggregate.finish(state));
  }

  @Override
  public void encode(S state, BinaryWriter out) {
    aggregate.encode(state, out);
  }

  @Override
  public int growth(Position position) {
    return aggregate.growth(position);
  }

  @Override
  public S decode(BinaryReader in) {
    return aggregate.decode(in);
  }
}
