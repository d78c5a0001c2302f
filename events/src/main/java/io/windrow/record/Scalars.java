package io.windrow.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The scalar values of events (null, booleans, numbers, strings): the one form that equal values
 * share, and their order.
 */
public final class Scalars {
  private static final int DIGITS_OF_A_LONG = 19;

  private Scalars() {}

  /**
   * The form that all values equal to this one share: an integer that fits is a {@link Long},
   * another number a {@link BigDecimal} without trailing zeros, and a string is what is left of it
   * in UTF-8, where half a surrogate pair has no place.
   */
  public static @Nullable Object canonical(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return canonicalNumber(number);
    }
    return value instanceof String text ? canonicalText(text) : value;
  }

  private static Object canonicalNumber(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    boolean fitsLong =
        shortest.scale() <= 0
            && (long) shortest.precision() - shortest.scale() <= DIGITS_OF_A_LONG
            && shortest.toBigInteger().bitLength() < Long.SIZE;
    return fitsLong ? (Object) shortest.longValueExact() : shortest;
  }

  private static String canonicalText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  /** Whether a text has half a surrogate pair, which is no character and has no form in UTF-8. */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /**
   * Compares two scalars: null, then booleans (false first), then numbers by value, then strings by
   * code points. Total, so that even values of several kinds have a least and a greatest.
   */
  public static int compare(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return Long.compare(l, r);
    }
    if (left instanceof Boolean l && right instanceof Boolean r) {
      return Boolean.compare(l, r);
    }
    if (left instanceof Number l && right instanceof Number r) {
      return decimal(l).compareTo(decimal(r));
    }
    if (left instanceof String l && right instanceof String r) {
      return compareCodePoints(l, r);
    }
    return Integer.compare(rank(left), rank(right));
  }

  /** The number, a {@link Long} or a {@link BigDecimal}, as a decimal. */
  public static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }

  // UTF-8 keeps the order of code points, UTF-16 does not.
  private static int compareCodePoints(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static int rank(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Boolean) {
      return 1;
    }
    return value instanceof Number ? 2 : 3;
  }
}
