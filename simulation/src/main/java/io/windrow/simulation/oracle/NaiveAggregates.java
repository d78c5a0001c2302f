package io.windrow.simulation.oracle;

import io.windrow.aggregate.Aggregate;
import io.windrow.aggregate.Aggregates;
import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Aggregates as a schoolbook has them, over the list of all events. */
final class NaiveAggregates {
  private static final MathContext ROUND =
      new MathContext(Decimals.MAX_DIGITS, RoundingMode.HALF_EVEN);
  private static final MathContext PLENTY = new MathContext(120, RoundingMode.HALF_EVEN);

  private NaiveAggregates() {}

  /** The value of the computed column over the items. */
  static @Nullable Object value(Aggregate<?> aggregate, List<Item> items, int column) {
    return switch (name(aggregate)) {
      case "count" -> count(items, column);
      case "sum" -> numbers(items, column).isEmpty() ? null : round(sum(numbers(items, column)));
      case "mean" -> mean(numbers(items, column));
      case "stddev" -> standardDeviation(numbers(items, column));
      case "min" -> scalars(items, column).stream().min(Scalars::compare).orElse(null);
      case "max" -> scalars(items, column).stream().max(Scalars::compare).orElse(null);
      case "first" -> edge(items, column, byTime()).orElse(null);
      case "last" -> edge(items, column, byTime().reversed()).orElse(null);
      default -> throw new IllegalArgumentException("the oracle has no " + name(aggregate));
    };
  }

  private static String name(Aggregate<?> aggregate) {
    return Aggregates.names().stream()
        .filter(name -> Aggregates.named(name).orElseThrow() == aggregate)
        .findFirst()
        .orElseThrow();
  }

  private static long count(List<Item> items, int column) {
    return items.stream()
        .filter(
            item ->
                item.arguments().get(column).isEmpty()
                    || Boolean.TRUE.equals(item.arguments().get(column).get(0)))
        .count();
  }

  private static List<Object> scalars(List<Item> items, int column) {
    return items.stream()
        .map(item -> item.arguments().get(column).get(0))
        .filter(Objects::nonNull)
        .map(value -> Objects.requireNonNull(Scalars.canonical(value)))
        .toList();
  }

  private static List<BigDecimal> numbers(List<Item> items, int column) {
    return scalars(items, column).stream().map(n -> Scalars.decimal((Number) n)).toList();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable Object mean(List<BigDecimal> numbers) {
    return numbers.isEmpty()
        ? null
        : round(sum(numbers).divide(BigDecimal.valueOf(numbers.size()), ROUND));
  }

  private static @Nullable Object standardDeviation(List<BigDecimal> numbers) {
    if (numbers.size() < 2) {
      return null;
    }
    BigDecimal n = BigDecimal.valueOf(numbers.size());
    BigDecimal sum = sum(numbers);
    BigDecimal squares = sum(numbers.stream().map(number -> number.multiply(number)).toList());
    BigDecimal variance =
        n.multiply(squares)
            .subtract(sum.multiply(sum))
            .divide(n.multiply(n.subtract(BigDecimal.ONE)), PLENTY);
    return round(variance.sqrt(PLENTY));
  }

  private static @Nullable Object round(BigDecimal exact) {
    return Scalars.canonical(exact.round(ROUND));
  }

  private static Comparator<Item> byTime() {
    return Comparator.comparingLong(Item::time).thenComparing(Item::position);
  }

  private static Optional<Object> edge(List<Item> items, int column, Comparator<Item> order) {
    return items.stream()
        .filter(item -> item.arguments().get(column).get(0) != null)
        .min(order)
        .map(
            item -> Objects.requireNonNull(Scalars.canonical(item.arguments().get(column).get(0))));
  }
}
