package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aggregate that the total of its numbers is enough for. */
abstract class TotalAggregate implements Aggregate<Total> {
  private final String name;

  TotalAggregate(String name) {
    this.name = name;
  }

  @Override
  public final Total create() {
    return new Total();
  }

  @Override
  public final void check(List<@Nullable Object> arguments) {
    Arguments.number(name, arguments);
  }

  @Override
  public final void accumulate(
      Total state, List<@Nullable Object> arguments, long time, Position position) {
    Number number = Arguments.number(name, arguments);
    if (number != null) {
      state.add(number);
    }
  }

  @Override
  public final void combine(Total into, Total from) {
    into.add(from);
  }

  @Override
  public final void encode(Total state, BinaryWriter out) {
    state.encode(out);
  }

  @Override
  public final Total decode(BinaryReader in) {
    return Total.decode(in);
  }
}
