package io.windrow.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.record.Decimals;
import io.windrow.record.Position;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;

/** Each aggregate against the plainest statement of what it is. */
class AggregatesEqualTheOracleTest {
  // More digits than any sum of squares of numbers in range can have.
  private static final MathContext PLENTY = new MathContext(700, RoundingMode.HALF_EVEN);

  @Provide
  Arbitrary<List<Input>> numbers() {
    return Inputs.ofNumbers();
  }

  @Provide
  Arbitrary<List<Input>> scalars() {
    return Inputs.ofScalars();
  }

  @Property
  void sumAddsUp(@ForAll("numbers") List<Input> inputs) {
    List<BigDecimal> numbers = decimals(inputs);

    BigDecimal expected = numbers.isEmpty() ? null : rounded(sum(numbers));

    assertNumber(finish("sum", inputs), expected);
  }

  @Property
  void meanIsTheSumByTheCount(@ForAll("numbers") List<Input> inputs) {
    List<BigDecimal> numbers = decimals(inputs);

    BigDecimal expected =
        numbers.isEmpty()
            ? null
            : rounded(sum(numbers).divide(BigDecimal.valueOf(numbers.size()), PLENTY));

    assertNumber(finish("mean", inputs), expected);
  }

  @Property
  void stddevIsTheRootOfTheMeanSquaredDistanceFromTheMean(@ForAll("numbers") List<Input> inputs) {
    List<BigDecimal> numbers = decimals(inputs);

    BigDecimal expected = numbers.size() < 2 ? null : sampleStandardDeviation(numbers);

    assertNumber(finish("stddev", inputs), expected);
  }

  @Property
  void minAndMaxAreTheEndsOfTheSortedValues(@ForAll("scalars") List<Input> inputs) {
    List<Object> sorted =
        inputs.stream()
            .map(Input::argument)
            .filter(Objects::nonNull)
            .sorted(Scalars::compare)
            .toList();

    assertScalar(finish("min", inputs), sorted.isEmpty() ? null : sorted.get(0));
    assertScalar(finish("max", inputs), sorted.isEmpty() ? null : sorted.get(sorted.size() - 1));
  }

  @Property
  void firstAndLastAreTheEndsOfTheEventsInOrder(@ForAll("scalars") List<Input> inputs) {
    List<Input> sorted =
        inputs.stream()
            .filter(input -> input.argument() != null)
            .sorted(
                Comparator.comparing(Input::time)
                    .thenComparing(Input::position)
                    .thenComparing(Input::argument, Scalars::compare))
            .toList();

    assertScalar(finish("first", inputs), sorted.isEmpty() ? null : sorted.get(0).argument());
    assertScalar(
        finish("last", inputs), sorted.isEmpty() ? null : sorted.get(sorted.size() - 1).argument());
  }

  @Property
  void countCountsEveryEventOrThoseThatMeetTheCondition(@ForAll List<@WithNull Boolean> flags) {
    List<Input> conditions =
        flags.stream().map(flag -> input(Collections.singletonList(flag))).toList();
    List<Input> events = flags.stream().map(flag -> input(List.of())).toList();

    assertThat(finish("count", events)).isEqualTo((long) flags.size());
    assertThat(finish("count", conditions))
        .isEqualTo(flags.stream().filter(Boolean.TRUE::equals).count());
  }

  private static Input input(List<@Nullable Object> arguments) {
    return new Input(arguments, 0, new Position("shard-0", "1", 0));
  }

  private static @Nullable Object finish(String name, List<Input> inputs) {
    return finish(Aggregates.named(name).orElseThrow(), inputs);
  }

  private static <S> @Nullable Object finish(Aggregate<S> aggregate, List<Input> inputs) {
    S state = aggregate.create();
    for (Input input : inputs) {
      aggregate.accumulate(state, input.arguments(), input.time(), input.position());
    }
    return aggregate.finish(state);
  }

  private static List<BigDecimal> decimals(List<Input> inputs) {
    return inputs.stream()
        .map(Input::argument)
        .filter(Objects::nonNull)
        .map(number -> new BigDecimal(number.toString()))
        .toList();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sampleStandardDeviation(List<BigDecimal> numbers) {
    BigDecimal mean = sum(numbers).divide(BigDecimal.valueOf(numbers.size()), PLENTY);
    BigDecimal squares = sum(numbers.stream().map(number -> number.subtract(mean).pow(2)).toList());
    return rounded(squares.divide(BigDecimal.valueOf(numbers.size() - 1L), PLENTY).sqrt(PLENTY));
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.round(new MathContext(Decimals.MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static void assertNumber(@Nullable Object found, @Nullable BigDecimal expected) {
    if (expected == null) {
      assertThat(found).isNull();
    } else {
      assertThat(new BigDecimal(String.valueOf(found))).isEqualByComparingTo(expected);
    }
  }

  private static void assertScalar(@Nullable Object found, @Nullable Object expected) {
    assertThat(Scalars.compare(found, expected)).as("%s and %s", found, expected).isZero();
  }
}
