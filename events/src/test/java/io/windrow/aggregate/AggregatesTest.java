package io.windrow.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.encoding.BinaryWriter;
import io.windrow.expression.ExpressionException;
import io.windrow.record.Position;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregatesTest {

  @Test
  void namesAreSortedAndEachChoosesAnAggregateAndItsSignature() {
    assertThat(Aggregates.names())
        .containsExactly("count", "first", "last", "max", "mean", "min", "stddev", "sum");
    assertThat(Aggregates.names())
        .allSatisfy(name -> assertThat(Aggregates.named(name)).isPresent())
        .allSatisfy(
            name ->
                assertThat(Aggregates.signature(name))
                    .hasValueSatisfying(signature -> assertThat(signature.name()).isEqualTo(name)));
    assertThat(Aggregates.named("median")).isEmpty();
    assertThat(Aggregates.signature("median")).isEmpty();
  }

  @Test
  void aSignatureSaysWhatADefinitionMayWrite() {
    assertThat(Aggregates.signature("count").orElseThrow().usage())
        .isEqualTo("count() or count(condition)");
    assertThat(Aggregates.signature("sum").orElseThrow())
        .satisfies(sum -> assertThat(sum.usage()).isEqualTo("sum(number)"))
        .satisfies(sum -> assertThat(sum.types()).contains("int", "dyn").doesNotContain("string"));
  }

  static List<String> ofOneArgument() {
    return Aggregates.names().stream().filter(name -> !name.equals("count")).toList();
  }

  @ParameterizedTest
  @MethodSource("ofOneArgument")
  void noValuesGiveNull(String name) {
    assertThat(finish(name)).isNull();
    assertThat(finish(name, null, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum", "mean", "stddev"})
  void aStringWhereANumberBelongsIsRefusedBeforeTheStateChanges(String name) {
    assertRefused(Aggregates.named(name).orElseThrow(), "7", 7L, "takes a number, found a string");
  }

  @Test
  void aNumberWhereAConditionBelongsIsRefusedBeforeTheStateChanges() {
    assertRefused(
        Aggregates.named("count").orElseThrow(), 1L, true, "takes a condition, found a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"min", "max", "first", "last"})
  void aListWhereAScalarBelongsIsRefusedBeforeTheStateChanges(String name) {
    assertRefused(Aggregates.named(name).orElseThrow(), List.of(1L), 1L, "found a list");
    assertRefused(Aggregates.named(name).orElseThrow(), Map.of(), 1L, "found an object");
  }

  @ParameterizedTest
  @MethodSource("ofOneArgument")
  void aNumberPastTheRangeIsRefusedBeforeTheStateChanges(String name) {
    Aggregate<?> aggregate = Aggregates.named(name).orElseThrow();
    assertRefused(aggregate, new BigDecimal("1E+126"), 1L, "found one past that");
    assertRefused(aggregate, new BigDecimal("1E-131"), 1L, "found one past that");
    assertRefused(aggregate, new BigDecimal("1").add(new BigDecimal("1E-38")), 1L, "38 digits");
  }

  @Test
  void sumsLeaveNothingOutWhateverTheMagnitudes() {
    BigDecimal huge = new BigDecimal("1E+125");
    BigDecimal tiny = new BigDecimal("1E-130");

    assertThat(finish("sum", huge, tiny, huge.negate())).isEqualTo(tiny);
    assertThat(finish("sum", Long.MAX_VALUE, Long.MAX_VALUE))
        .isEqualTo(new BigDecimal("18446744073709551614"));
    assertThat(finish("sum", Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .isEqualTo(-2L);
    assertThat(finish("sum", new BigDecimal("0.1"), new BigDecimal("0.2"), new BigDecimal("0.7")))
        .isEqualTo(1L);
  }

  @Test
  void aSumPastTheRangeIsStillItsValue() {
    BigDecimal greatest = new BigDecimal("9.9E+125");

    assertThat(finish("sum", greatest, greatest)).isEqualTo(new BigDecimal("1.98E+126"));
  }

  @Test
  void valuesAreCutTo38DigitsTiesToEven() {
    BigDecimal whole = new BigDecimal("1E+37");

    assertThat(finish("sum", whole, new BigDecimal("0.5"))).isEqualTo(new BigDecimal("1E+37"));
    assertThat(finish("sum", whole, new BigDecimal("1.5")))
        .isEqualTo(new BigDecimal("10000000000000000000000000000000000002"));
    assertThat(finish("mean", 1L, 0L, 0L)).isEqualTo(new BigDecimal("0." + "3".repeat(38)));
  }

  @Test
  void stddevIsThatOfASample() {
    assertThat(finish("stddev", 5L)).isNull();
    assertThat(finish("stddev", 5L, 5L)).isEqualTo(0L);
    assertThat(finish("stddev", 1L, 3L, 5L)).isEqualTo(2L);
    assertThat(finish("stddev", 1L, 2L))
        .isEqualTo(new BigDecimal("0.70710678118654752440084436210484903928"));
  }

  @Test
  void minAndMaxOrderKindsBeforeValues() {
    assertThat(finish("min", "a", 3L, true, false)).isEqualTo(false);
    assertThat(finish("max", "a", 3L, true, "\ud83d\ude00", "\uffff")).isEqualTo("\ud83d\ude00");
  }

  private static @Nullable Object finish(String name, @Nullable Object... values) {
    return finish(Aggregates.named(name).orElseThrow(), Arrays.asList(values));
  }

  private static <S> @Nullable Object finish(Aggregate<S> aggregate, List<?> values) {
    S state = aggregate.create();
    values.forEach(value -> accumulate(aggregate, state, value));
    return aggregate.finish(state);
  }

  private static <S> void assertRefused(
      Aggregate<S> aggregate, Object refused, Object taken, String message) {
    S state = aggregate.create();
    accumulate(aggregate, state, taken);
    byte[] before = encoded(aggregate, state);

    assertThatThrownBy(() -> aggregate.check(List.of(refused)))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> accumulate(aggregate, state, refused))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(message);
    assertThat(encoded(aggregate, state)).isEqualTo(before);
  }

  private static <S> void accumulate(Aggregate<S> aggregate, S state, @Nullable Object value) {
    Position position = new Position("shard-0", "1", 0);
    aggregate.accumulate(state, Collections.singletonList(value), 0, position);
  }

  private static <S> byte[] encoded(Aggregate<S> aggregate, S state) {
    BinaryWriter out = new BinaryWriter();
    aggregate.encode(state, out);
    return out.toBytes();
  }
}
