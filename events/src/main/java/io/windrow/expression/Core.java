package io.windrow.expression;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators and functions of expressions, by the names that CEL has for them and the number of
 * their arguments, a receiver among them.
 */
final class Core {
  @FunctionalInterface
  interface Unary {
    @Nullable Object apply(Frame frame, @Nullable Object of);
  }

  @FunctionalInterface
  interface Binary {
    @Nullable Object apply(Frame frame, @Nullable Object left, @Nullable Object right);
  }

  /** A function of three arguments or four. */
  @FunctionalInterface
  interface Several {
    @Nullable Object apply(Frame frame, @Nullable Object[] arguments);
  }

  @FunctionalInterface
  private interface Ternary {
    @Nullable Object apply(
        Frame frame, @Nullable Object one, @Nullable Object two, @Nullable Object three);
  }

  /** A quotient whose operands are known to be ints; CEL has one name for all. */
  static final String INT_QUOTIENT = "int_/_";

  private static final Map<String, Unary> UNARY = new HashMap<>();
  private static final Map<String, Binary> BINARY = new HashMap<>();

  static {
    UNARY.putAll(
        Map.ofEntries(
            entry("!_", (frame, value) -> !Logic.bool(value)),
            entry("-_", (frame, value) -> Arithmetic.negate(value)),
            entry("size", Containers::size),
            entry("dyn", (frame, value) -> value),
            entry("int", (frame, value) -> Conversions.toInt(value)),
            entry("double", (frame, value) -> Conversions.toDecimal(value)),
            entry("string", Conversions::toText),
            entry("bool", (frame, value) -> Conversions.toBool(value)),
            entry("bytes", Bytes::of),
            entry("timestamp", (frame, value) -> Times.timestamp(value)),
            entry("duration", (frame, value) -> Durations.duration(value)),
            entry("lowerAscii", Texts::lowerAscii),
            entry("upperAscii", Texts::upperAscii),
            entry("trim", Texts::trim),
            entry("reverse", Texts::reverse),
            entry("strings.quote", Texts::quote),
            entry("join", Texts::join)));
    UNARY.putAll(
        Map.ofEntries(
            entry("math.abs", (frame, value) -> Numbers.abs(value)),
            entry("math.sign", (frame, value) -> Numbers.sign(value)),
            entry("math.ceil", (frame, value) -> Numbers.ceil(value)),
            entry("math.floor", (frame, value) -> Numbers.floor(value)),
            entry("math.round", (frame, value) -> Numbers.round(value)),
            entry("math.trunc", (frame, value) -> Numbers.trunc(value)),
            entry("math.sqrt", (frame, value) -> Numbers.sqrt(value)),
            entry("math.isNaN", (frame, value) -> !Numbers.isFinite("math.isNaN", value)),
            entry("math.isInf", (frame, value) -> !Numbers.isFinite("math.isInf", value)),
            entry("math.isFinite", (frame, value) -> Numbers.isFinite("math.isFinite", value)),
            entry("math.bitNot", (frame, value) -> Numbers.bitNot(value)),
            entry("math.@max", Numbers::greatest),
            entry("math.@min", Numbers::least)));
    BINARY.putAll(
        Map.ofEntries(
            entry("_==_", Comparison::equal),
            entry("_!=_", (frame, left, right) -> !Comparison.equal(frame, left, right)),
            entry("_<_", (frame, left, right) -> Comparison.order(frame, "<", left, right) < 0),
            entry("_<=_", (frame, left, right) -> Comparison.order(frame, "<=", left, right) <= 0),
            entry("_>_", (frame, left, right) -> Comparison.order(frame, ">", left, right) > 0),
            entry("_>=_", (frame, left, right) -> Comparison.order(frame, ">=", left, right) >= 0),
            entry("_+_", Arithmetic::add),
            entry("_-_", (frame, left, right) -> Arithmetic.subtract(left, right)),
            entry("_*_", (frame, left, right) -> Arithmetic.multiply(left, right)),
            entry("_/_", (frame, left, right) -> Arithmetic.divide(left, right)),
            entry(INT_QUOTIENT, (frame, left, right) -> Arithmetic.quotient(left, right)),
            entry("_%_", (frame, left, right) -> Arithmetic.remainder(left, right)),
            entry("@in", Containers::in),
            entry("_[_]", Containers::at)));
    BINARY.putAll(
        Map.ofEntries(
            entry("contains", Texts::contains),
            entry("startsWith", Texts::startsWith),
            entry("endsWith", Texts::endsWith),
            entry("charAt", Texts::charAt),
            entry("indexOf", Texts::indexOf),
            entry("lastIndexOf", Texts::lastIndexOf),
            entry("join", Texts::join),
            entry("split", Texts::split),
            entry("substring", Texts::substring),
            entry("math.@max", Numbers::greatest),
            entry("math.@min", Numbers::least),
            entry("math.bitAnd", (frame, left, right) -> Numbers.bitAnd(left, right)),
            entry("math.bitOr", (frame, left, right) -> Numbers.bitOr(left, right)),
            entry("math.bitXor", (frame, left, right) -> Numbers.bitXor(left, right)),
            entry("math.bitShiftLeft", (frame, left, by) -> Numbers.bitShiftLeft(left, by)),
            entry("math.bitShiftRight", (frame, left, by) -> Numbers.bitShiftRight(left, by))));
    for (String getter : Calendar.getters()) {
      UNARY.put(getter, (frame, of) -> Calendar.get(getter, of));
      BINARY.put(getter, (frame, of, zone) -> Calendar.get(getter, of, zone));
    }
  }

  private static final Map<String, Ternary> TERNARY =
      Map.of(
          "replace", Texts::replace,
          "substring", Texts::substring,
          "split", Texts::split,
          "indexOf", Texts::indexOf,
          "lastIndexOf", Texts::lastIndexOf);

  private Core() {}

  static boolean has(String function, int arguments) {
    return switch (arguments) {
      case 1 -> UNARY.containsKey(function);
      case 2 -> BINARY.containsKey(function) || function.equals(Patterns.FUNCTION);
      case 3 -> TERNARY.containsKey(function);
      default -> function.equals("replace") && arguments == 4;
    };
  }

  static Unary unary(String function) {
    return known(function, UNARY.get(function));
  }

  static Binary binary(String function) {
    return known(function, BINARY.get(function));
  }

  static Several several(String function, int arguments) {
    if (arguments == 4 && function.equals("replace")) {
      return (frame, of) -> Texts.replace(frame, of[0], of[1], of[2], of[3]);
    }
    Ternary ternary = known(function, arguments == 3 ? TERNARY.get(function) : null);
    return (frame, of) -> ternary.apply(frame, of[0], of[1], of[2]);
  }

  private static <T> T known(String function, @Nullable T operation) {
    if (operation == null) {
      throw new IllegalArgumentException("an expression has no function " + function);
    }
    return operation;
  }
}
