package io.windrow.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The aggregates that a definition can name. */
public final class Aggregates {
  private static final Map<String, Named> BY_NAME =
      Stream.of(
              new Named(
                  new Signature(
                      "count", 0, 1, Set.of("bool", "dyn"), "count() or count(condition)"),
                  new Count()),
              new Named(Signature.ofScalar("first"), new First()),
              new Named(Signature.ofScalar("last"), new Last()),
              new Named(Signature.ofScalar("max"), new Max()),
              new Named(Signature.ofNumber("mean"), new Mean()),
              new Named(Signature.ofScalar("min"), new Min()),
              new Named(Signature.ofNumber("stddev"), new StandardDeviation()),
              new Named(Signature.ofNumber("sum"), new Sum()))
          .collect(
              Collectors.toUnmodifiableMap(named -> named.signature().name(), Function.identity()));

  private Aggregates() {}

  /** Every name there is, sorted. */
  public static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  /** The aggregate of that name. */
  public static Optional<Aggregate<?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(Named::aggregate);
  }

  /** The aggregate of a plug-in, each event of which is tried alone before it counts. */
  public static Aggregate<?> of(AggregatePlugIn plugIn) {
    return new PlugInAggregate<>(plugIn.name(), plugIn.aggregate());
  }

  /** What the aggregate of that name may be given. */
  public static Optional<Signature> signature(String name) {
    return Optional.ofNullable(BY_NAME.get(name)).map(Named::signature);
  }

  private record Named(Signature signature, Aggregate<?> aggregate) {}
}
