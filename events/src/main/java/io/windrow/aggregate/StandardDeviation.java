package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sample standard deviation of a number (the divisor is n - 1), to the nearest of 38 digits;
 * null for fewer than two numbers, which have none.
 */
final class StandardDeviation implements Aggregate<StandardDeviation.State> {

  // Sums of squares lose everything in floating point when the mean is large; in exact decimals
  // they lose nothing, and they do not depend on order.
  static final class State {
    private final Total total;
    private final ExactSum squares;

    private State(Total total, ExactSum squares) {
      this.total = total;
      this.squares = squares;
    }
  }

  @Override
  public State create() {
    return new State(new Total(), new ExactSum());
  }

  @Override
  public void check(List<@Nullable Object> arguments) {
    Arguments.number("stddev", arguments);
  }

  @Override
  public void accumulate(
      State state, List<@Nullable Object> arguments, long time, Position position) {
    Number number = Arguments.number("stddev", arguments);
    if (number != null) {
      BigDecimal decimal = Scalars.decimal(number);
      state.total.add(number);
      state.squares.add(decimal.multiply(decimal));
    }
  }

  @Override
  public void combine(State into, State from) {
    into.total.add(from.total);
    into.squares.add(from.squares);
  }

  @Override
  public @Nullable Object finish(State state) {
    if (state.total.count() < 2) {
      return null;
    }
    BigDecimal n = BigDecimal.valueOf(state.total.count());
    BigDecimal sum = state.total.sum();
    BigDecimal numerator = n.multiply(state.squares.toDecimal()).subtract(sum.multiply(sum));
    BigDecimal denominator = n.multiply(n.subtract(BigDecimal.ONE));
    return Scalars.canonical(SquareRoot.ofQuotient(numerator, denominator));
  }

  @Override
  public void encode(State state, BinaryWriter out) {
    state.total.encode(out);
    state.squares.encode(out);
  }

  /** The number, its square of twice the digits, and the count. */
  @Override
  public int growth(Position position) {
    return 64;
  }

  @Override
  public State decode(BinaryReader in) {
    return new State(Total.decode(in), ExactSum.decode(in));
  }
}
