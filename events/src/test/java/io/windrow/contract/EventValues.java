package io.windrow.contract;

import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random values that an event can hold. */
final class EventValues {
  private EventValues() {}

  /** Fields, some of which are named from a few names, and nest a few levels. */
  static Arbitrary<Map<String, Object>> fields(Arbitrary<String> names) {
    return objects(names, values(names, 3));
  }

  private static Arbitrary<Object> values(Arbitrary<String> names, int levels) {
    if (levels == 0) {
      return scalars();
    }
    Arbitrary<Object> inner = values(names, levels - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(6, scalars()),
        Tuple.of(1, objects(names, inner).map(object -> object)),
        Tuple.of(1, inner.list().ofMaxSize(3).map(ArrayList::new)));
  }

  private static Arbitrary<Map<String, Object>> objects(
      Arbitrary<String> names, Arbitrary<Object> values) {
    return Arbitraries.maps(names, values).ofMaxSize(5).map(LinkedHashMap::new);
  }

  static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
            strings().map(text -> (Object) text),
            Arbitraries.longs().map(number -> (Object) number),
            Arbitraries.integers().between(-3, 3).map(number -> (Object) (long) number),
            decimals().map(number -> (Object) number),
            Arbitraries.of("0.5", "1.0", "2.00", "0.50", "-1.0", "2E+20", "-1E+19", "1E+125")
                .map(BigDecimal::new),
            Arbitraries.of(true, false).map(flag -> (Object) flag))
        .injectNull(0.05);
  }

  /** Decimals that DynamoDB can hold. */
  static Arbitrary<BigDecimal> decimals() {
    BigInteger most = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
    Arbitrary<BigInteger> digits =
        Arbitraries.oneOf(
            Arbitraries.bigIntegers().between(most.negate(), most),
            Arbitraries.bigIntegers().between(BigInteger.valueOf(-999), BigInteger.valueOf(999)));
    Arbitrary<Integer> scales =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 6), Arbitraries.integers().between(-88, 130));
    return Combinators.combine(digits, scales)
        .as((unscaled, scale) -> new BigDecimal(unscaled, scale));
  }

  /** Strings of whole characters, from all planes and near JSON's own. */
  static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab\"\\/\n\u0000é~{}[],:").ofMaxLength(8),
        Arbitraries.strings().withChars("ab").ofMaxLength(4).map(text -> text.replace("b", "😀")),
        Arbitraries.strings().all().ofMaxLength(8).filter(EventValues::isUnicode));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  /** The same with each number in the form that stands for all equal to it. */
  static @Nullable Object byValue(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<Object, @Nullable Object> equal = new LinkedHashMap<>();
      object.forEach((name, inner) -> equal.put(name, byValue(inner)));
      return equal;
    }
    if (value instanceof List<?> array) {
      List<@Nullable Object> equal = new ArrayList<>();
      array.forEach(inner -> equal.add(byValue(inner)));
      return equal;
    }
    return Scalars.canonical(value);
  }
}
