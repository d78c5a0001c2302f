package io.windrow.aggregate;

import io.windrow.record.Decimals;
import io.windrow.record.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random events for aggregates, with the values where sums, orders and encodings may go wrong. */
final class Inputs {
  private Inputs() {}

  /** For any aggregate of a definition: of the types that its signature allows. */
  static Arbitrary<List<Input>> of(Signature signature) {
    if (signature.types().contains("string")) {
      return events(scalars());
    }
    return events(signature.types().contains("int") ? numbers() : booleans());
  }

  static Arbitrary<List<Input>> ofNumbers() {
    return events(numbers());
  }

  static Arbitrary<List<Input>> ofScalars() {
    return events(scalars());
  }

  private static Arbitrary<List<Input>> events(Arbitrary<Object> values) {
    Arbitrary<Long> times = Arbitraries.longs().between(-3, 3);
    Arbitrary<Position> positions =
        Combinators.combine(
                Arbitraries.of("shard-0", "shard-1"),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(56)),
                Arbitraries.longs().between(0, 2))
            .as((shard, sequence, sub) -> new Position(shard, sequence.toString(), sub));
    return Combinators.combine(values.injectNull(0.1), times, positions)
        .as((value, time, at) -> new Input(Collections.singletonList(value), time, at))
        .list()
        .ofMaxSize(30);
  }

  private static Arbitrary<Object> booleans() {
    return Arbitraries.of(true, false).asGeneric();
  }

  private static Arbitrary<Object> scalars() {
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("a\u007f\u0800\uffff\ud83d\ude00").ofMaxLength(3);
    return Arbitraries.oneOf(booleans(), numbers(), texts.asGeneric());
  }

  private static Arbitrary<Object> numbers() {
    Arbitrary<BigDecimal> money =
        Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000));
    Arbitrary<BigDecimal> anyInRange =
        Combinators.combine(
                Arbitraries.bigIntegers()
                    .between(BigInteger.TEN.pow(38).negate(), BigInteger.TEN.pow(38)),
                Arbitraries.integers().between(-87, 130))
            .as(BigDecimal::new)
            .filter(Decimals::isInRange);
    Arbitrary<BigDecimal> longAsDecimal =
        Arbitraries.longs().map(BigDecimal::valueOf).map(number -> number.setScale(3));
    return Arbitraries.oneOf(
        Arbitraries.longs().asGeneric(),
        Arbitraries.longs().between(-5, 5).asGeneric(),
        money.asGeneric(),
        longAsDecimal.asGeneric(),
        anyInRange.asGeneric());
  }
}
