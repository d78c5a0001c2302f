package io.windrow.aggregate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateLawsTest {
  private static final int DRAWS = 200;

  @ParameterizedTest
  @ValueSource(strings = {"first", "last", "max", "mean", "min", "stddev", "sum"})
  void theyHoldForWindrowsOwn(String name) {
    AggregateLaws.of(
            Aggregates.named(name).orElseThrow(),
            random -> Arrays.asList(random.nextInt(9) == 0 ? null : random.nextLong()))
        .check(DRAWS);
  }

  @Test
  void aSumOfDoublesDependsOnItsOrder() {
    assertThatThrownBy(
            () ->
                AggregateLaws.of(new Doubles(), random -> List.of(random.nextGaussian()))
                    .check(DRAWS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("depend on how the events were cut and ordered (draw ");
  }

  @Test
  void aStateThatIsSharedIsSeen() {
    assertThatThrownBy(() -> AggregateLaws.of(new Shares(), random -> List.of()).check(DRAWS))
        .isInstanceOf(AssertionError.class);
  }

  /** A sum that rounds at each step. */
  private static class Doubles implements Aggregate<double[]> {
    @Override
    public double[] create() {
      return new double[1];
    }

    @Override
    public void accumulate(
        double[] state, List<@Nullable Object> arguments, long time, Position position) {
      state[0] += arguments.isEmpty() ? 1 : (double) arguments.get(0);
    }

    @Override
    public void combine(double[] into, double[] from) {
      into[0] += from[0];
    }

    @Override
    public Object finish(double[] state) {
      return BigDecimal.valueOf(state[0]).round(MathContext.DECIMAL64);
    }

    @Override
    public void encode(double[] state, BinaryWriter out) {
      out.writeLong(Double.doubleToLongBits(state[0]));
    }

    @Override
    public double[] decode(BinaryReader in) {
      return new double[] {Double.longBitsToDouble(in.readLong())};
    }
  }

  /** A count that takes from what it is combined with. */
  private static final class Shares extends Doubles {
    @Override
    public void combine(double[] into, double[] from) {
      super.combine(into, from);
      from[0] = 0;
    }
  }
}
