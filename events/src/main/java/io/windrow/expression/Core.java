package io.windrow.expression;

import org.jspecify.annotations.Nullable;

/**
 * The operators and functions of expressions, by the names that CEL has for them and the number of
 * their arguments, a receiver among them.
 */
public final class Core {
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

  /** A quotient whose operands are known to be ints; CEL has one name for all. */
  public static final String INT_QUOTIENT = "int_/_";

  private Core() {}

  public static boolean has(String function, int arguments) {
    return switch (arguments) {
      case 1 -> unaryOrNull(function) != null;
      case 2 -> binaryOrNull(function) != null || function.equals(Patterns.FUNCTION);
      default -> severalOrNull(function, arguments) != null;
    };
  }

  public static Unary unary(String function) {
    return known(function, unaryOrNull(function));
  }

  static Binary binary(String function) {
    return known(function, binaryOrNull(function));
  }

  static Several several(String function, int arguments) {
    return known(function, severalOrNull(function, arguments));
  }

  private static <T> T known(String function, @Nullable T operation) {
    if (operation == null) {
      throw new IllegalArgumentException("an expression has no function " + function);
    }
    return operation;
  }

  // Switches and no tables: a cold start then links only what its expressions call.

  private static @Nullable Unary unaryOrNull(String function) {
    return switch (function) {
      case "!_" -> (frame, value) -> !Logic.bool(value);
      case "-_" -> (frame, value) -> Arithmetic.negate(value);
      case "size" -> Containers::size;
      case "dyn" -> (frame, value) -> value;
      case "int" -> (frame, value) -> Conversions.toInt(value);
      case "double" -> (frame, value) -> Conversions.toDecimal(value);
      case "string" -> Conversions::toText;
      case "bool" -> (frame, value) -> Conversions.toBool(value);
      case "bytes" -> Bytes::of;
      case "timestamp" -> (frame, value) -> Times.timestamp(value);
      case "duration" -> (frame, value) -> Durations.duration(value);
      case "lowerAscii" -> Texts::lowerAscii;
      case "upperAscii" -> Texts::upperAscii;
      case "trim" -> Texts::trim;
      case "reverse" -> Texts::reverse;
      case "strings.quote" -> Texts::quote;
      case "join" -> Texts::join;
      case "math.abs" -> (frame, value) -> Numbers.abs(value);
      case "math.sign" -> (frame, value) -> Numbers.sign(value);
      case "math.ceil" -> (frame, value) -> Numbers.ceil(value);
      case "math.floor" -> (frame, value) -> Numbers.floor(value);
      case "math.round" -> (frame, value) -> Numbers.round(value);
      case "math.trunc" -> (frame, value) -> Numbers.trunc(value);
      case "math.sqrt" -> (frame, value) -> Numbers.sqrt(value);
      case "math.isNaN" -> (frame, value) -> !Numbers.isFinite("math.isNaN", value);
      case "math.isInf" -> (frame, value) -> !Numbers.isFinite("math.isInf", value);
      case "math.isFinite" -> (frame, value) -> Numbers.isFinite("math.isFinite", value);
      case "math.bitNot" -> (frame, value) -> Numbers.bitNot(value);
      case "math.@max" -> Numbers::greatest;
      case "math.@min" -> Numbers::least;
      default ->
          Calendar.getters().contains(function) ? (frame, of) -> Calendar.get(function, of) : null;
    };
  }

  private static @Nullable Binary binaryOrNull(String function) {
    return switch (function) {
      case "_==_" -> Comparison::equal;
      case "_!=_" -> (frame, left, right) -> !Comparison.equal(frame, left, right);
      case "_<_" -> (frame, left, right) -> Comparison.order(frame, "<", left, right) < 0;
      case "_<=_" -> (frame, left, right) -> Comparison.order(frame, "<=", left, right) <= 0;
      case "_>_" -> (frame, left, right) -> Comparison.order(frame, ">", left, right) > 0;
      case "_>=_" -> (frame, left, right) -> Comparison.order(frame, ">=", left, right) >= 0;
      case "_+_" -> Arithmetic::add;
      case "_-_" -> (frame, left, right) -> Arithmetic.subtract(left, right);
      case "_*_" -> (frame, left, right) -> Arithmetic.multiply(left, right);
      case "_/_" -> (frame, left, right) -> Arithmetic.divide(left, right);
      case INT_QUOTIENT -> (frame, left, right) -> Arithmetic.quotient(left, right);
      case "_%_" -> (frame, left, right) -> Arithmetic.remainder(left, right);
      case "@in" -> Containers::in;
      case "_[_]" -> Containers::at;
      case "contains" -> Texts::contains;
      case "startsWith" -> Texts::startsWith;
      case "endsWith" -> Texts::endsWith;
      case "charAt" -> Texts::charAt;
      case "indexOf" -> Texts::indexOf;
      case "lastIndexOf" -> Texts::lastIndexOf;
      case "join" -> Texts::join;
      case "split" -> Texts::split;
      case "substring" -> Texts::substring;
      case "math.@max" -> Numbers::greatest;
      case "math.@min" -> Numbers::least;
      case "math.bitAnd" -> (frame, left, right) -> Numbers.bitAnd(left, right);
      case "math.bitOr" -> (frame, left, right) -> Numbers.bitOr(left, right);
      case "math.bitXor" -> (frame, left, right) -> Numbers.bitXor(left, right);
      case "math.bitShiftLeft" -> (frame, left, by) -> Numbers.bitShiftLeft(left, by);
      case "math.bitShiftRight" -> (frame, left, by) -> Numbers.bitShiftRight(left, by);
      default ->
          Calendar.getters().contains(function)
              ? (frame, of, zone) -> Calendar.get(function, of, zone)
              : null;
    };
  }

  private static @Nullable Several severalOrNull(String function, int arguments) {
    return switch (function + arguments) {
      case "replace3" -> (frame, of) -> Texts.replace(frame, of[0], of[1], of[2]);
      case "replace4" -> (frame, of) -> Texts.replace(frame, of[0], of[1], of[2], of[3]);
      case "substring3" -> (frame, of) -> Texts.substring(frame, of[0], of[1], of[2]);
      case "split3" -> (frame, of) -> Texts.split(frame, of[0], of[1], of[2]);
      case "indexOf3" -> (frame, of) -> Texts.indexOf(frame, of[0], of[1], of[2]);
      case "lastIndexOf3" -> (frame, of) -> Texts.lastIndexOf(frame, of[0], of[1], of[2]);
      default -> null;
    };
  }
}
