package io.windrow.expression;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators and functions of the common core, by the names that CEL has for them and the number
 * of their arguments.
 */
final class Core {
  @FunctionalInterface
  interface Unary {
    @Nullable Object apply(@Nullable Object of);
  }

  @FunctionalInterface
  interface Binary {
    @Nullable Object apply(@Nullable Object left, @Nullable Object right);
  }

  @FunctionalInterface
  interface Ternary {
    @Nullable Object apply(@Nullable Object one, @Nullable Object two, @Nullable Object three);
  }

  /** A quotient whose operands are known to be ints; CEL has one name for all. */
  static final String INT_QUOTIENT = "int_/_";

  private static final Map<String, Unary> UNARY =
      Map.ofEntries(
          entry("!_", value -> !Logic.bool(value)),
          entry("-_", Arithmetic::negate),
          entry("size", Containers::size),
          entry("dyn", value -> value),
          entry("int", Conversions::toInt),
          entry("double", Conversions::toDecimal),
          entry("string", Conversions::toText),
          entry("bool", Conversions::toBool),
          entry("lowerAscii", Texts::lowerAscii),
          entry("upperAscii", Texts::upperAscii),
          entry("trim", Texts::trim),
          entry("reverse", Texts::reverse),
          entry("join", list -> Texts.join(list, "")),
          entry("math.abs", Numbers::abs),
          entry("math.sign", Numbers::sign),
          entry("math.ceil", Numbers::ceil),
          entry("math.floor", Numbers::floor),
          entry("math.round", Numbers::round),
          entry("math.trunc", Numbers::trunc),
          entry("math.sqrt", Numbers::sqrt),
          entry("math.@max", Numbers::greatest),
          entry("math.@min", Numbers::least));

  private static final Map<String, Binary> BINARY =
      Map.ofEntries(
          entry("_==_", Comparison::equal),
          entry("_!=_", (left, right) -> !Comparison.equal(left, right)),
          entry("_<_", (left, right) -> Comparison.order("<", left, right) < 0),
          entry("_<=_", (left, right) -> Comparison.order("<=", left, right) <= 0),
          entry("_>_", (left, right) -> Comparison.order(">", left, right) > 0),
          entry("_>=_", (left, right) -> Comparison.order(">=", left, right) >= 0),
          entry("_+_", Arithmetic::add),
          entry("_-_", Arithmetic::subtract),
          entry("_*_", Arithmetic::multiply),
          entry("_/_", Arithmetic::divide),
          entry(INT_QUOTIENT, Arithmetic::quotient),
          entry("_%_", Arithmetic::remainder),
          entry("@in", Containers::in),
          entry("_[_]", Containers::at),
          entry("contains", Texts::contains),
          entry("startsWith", Texts::startsWith),
          entry("endsWith", Texts::endsWith),
          entry(Patterns.FUNCTION, Patterns::matches),
          entry("charAt", Texts::charAt),
          entry("indexOf", Texts::indexOf),
          entry("lastIndexOf", Texts::lastIndexOf),
          entry("join", Texts::join),
          entry("split", Texts::split),
          entry("substring", Texts::substring),
          entry("math.@max", Numbers::greatest),
          entry("math.@min", Numbers::least));

  private static final Map<String, Ternary> TERNARY =
      Map.of("replace", Texts::replace, "substring", Texts::substring);

  private Core() {}

  static boolean has(String function, int arguments) {
    return switch (arguments) {
      case 1 -> UNARY.containsKey(function);
      case 2 -> BINARY.containsKey(function);
      case 3 -> TERNARY.containsKey(function);
      default -> false;
    };
  }

  static Unary unary(String function) {
    return known(function, UNARY.get(function));
  }

  static Binary binary(String function) {
    return known(function, BINARY.get(function));
  }

  static Ternary ternary(String function) {
    return known(function, TERNARY.get(function));
  }

  private static <T> T known(String function, @Nullable T operation) {
    if (operation == null) {
      throw new IllegalArgumentException("no function " + function + " in the common core");
    }
    return operation;
  }
}
