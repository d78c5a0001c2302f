package io.windrow.expression;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Well-typed random expressions over the sales of {@link Cel}, of the part of CEL that decimals and
 * doubles agree on: factors and divisors are small powers of two.
 */
final class ExpressionTexts {
  private ExpressionTexts() {}

  static Arbitrary<String> ofAnyType(int depth) {
    return Arbitraries.oneOf(bool(depth), whole(depth), number(depth), text(depth), list(depth));
  }

  private static Arbitrary<String> bool(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "true",
            "false",
            "event.paid",
            "paid",
            "has(event.price)",
            "has(event.shop.city)",
            "(discount == null)",
            "(event.discount != null)");
    return depth == 0 ? leaf : Arbitraries.oneOf(leaf, logic(depth - 1), comparison(depth - 1));
  }

  private static Arbitrary<String> logic(int depth) {
    Arbitrary<String> part = bool(depth);
    return Arbitraries.oneOf(
        infix(part, List.of("&&", "||", "==", "!="), part),
        part.map(it -> "!(" + it + ")"),
        choice(depth, part),
        fold(depth, List.of("all", "exists", "exists_one")));
  }

  private static Arbitrary<String> comparison(int depth) {
    List<String> operators = List.of("==", "!=", "<", "<=", ">", ">=");
    Arbitrary<String> numeric = Arbitraries.oneOf(whole(depth), number(depth));
    Arbitrary<String> text = text(depth);
    return Arbitraries.oneOf(
        infix(numeric, operators, numeric),
        infix(text, operators, text),
        infix(text, List.of("in"), list(depth)),
        infix(numeric, List.of("in"), Arbitraries.of("[1, 2]", "[0.5, 2.0]")),
        infix(list(depth), List.of("==", "!="), list(depth)),
        method(text, List.of("contains", "startsWith", "endsWith"), text),
        text.map(it -> "(" + it + ").matches('^[A-D]+$')"));
  }

  private static Arbitrary<String> whole(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of("0", "1", "-3", "7", "event.quantity", "quantity", "event.lines[0].count");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> part = whole(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        infix(part, List.of("+", "-", "/", "%"), part),
        infix(part, List.of("*"), Arbitraries.of("2", "-3")),
        part.map(it -> "-(" + it + ")"),
        number(depth - 1).map(it -> "int(" + it + ")"),
        function(List.of("math.abs", "math.sign"), part),
        Arbitraries.oneOf(text(depth - 1), list(depth - 1)).map(it -> "size(" + it + ")"),
        // In an empty text the library's indexOf fails, against its own description: -1.
        method(
            text(depth - 1).map(it -> "'x' + " + it),
            List.of("indexOf", "lastIndexOf"),
            Arbitraries.of("'a'", "'Ä'")),
        choice(depth - 1, part));
  }

  private static Arbitrary<String> number(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "0.0", "0.125", "-2.5", "event.price", "price", "discount", "shop.place.lat");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> part = number(depth - 1);
    Arbitrary<String> factor = Arbitraries.of("2.0", "0.5", "-4.0", "2");
    return Arbitraries.oneOf(
        leaf,
        infix(part, List.of("+", "-"), Arbitraries.oneOf(part, whole(depth - 1))),
        infix(part, List.of("*", "/"), factor).map(ExpressionTexts::unsignedZero),
        part.map(it -> "-(" + it + ")").map(ExpressionTexts::unsignedZero),
        whole(depth - 1).map(it -> "double(" + it + ")"),
        function(List.of("math.abs", "math.sign", "math.ceil", "math.floor"), part)
            .map(ExpressionTexts::unsignedZero),
        function(List.of("math.round", "math.trunc"), part).map(ExpressionTexts::unsignedZero),
        greatest(part, Arbitraries.oneOf(part, whole(depth - 1))),
        choice(depth - 1, part));
  }

  /**
   * A double that is not -0.0: the library takes that for less than the int 0, though it is equal
   * to 0.0, and no decimal is like that. -0.0 + 0.0 is 0.0.
   */
  private static String unsignedZero(String number) {
    return "(" + number + " + 0.0)";
  }

  private static Arbitrary<String> text(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of("''", "'a'", "'Ä b'", "event.country", "country", "shop.city", "tags[1]");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> part = text(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        infix(part, List.of("+"), part),
        part.map(it -> "(" + it + ").upperAscii()"),
        part.map(it -> "(" + it + ").lowerAscii().trim()"),
        part.map(it -> "(" + it + ").replace('b', 'x')"),
        part.map(it -> "(" + it + ").reverse()"),
        whole(depth - 1).map(it -> "string(" + it + ")"),
        method(part, List.of("charAt", "substring"), whole(0)),
        list(depth - 1).map(it -> "(" + it + ").join('-')"),
        choice(depth - 1, part));
  }

  private static Arbitrary<String> list(int depth) {
    Arbitrary<String> leaf = Arbitraries.of("event.tags", "tags", "['a', 'Ä']");
    if (depth == 0) {
      return leaf;
    }
    return Arbitraries.oneOf(
        leaf,
        infix(list(depth - 1), List.of("+"), list(depth - 1)),
        text(depth - 1).map(it -> "(" + it + ").split('b')"),
        fold(depth - 1, List.of("filter")),
        text(depth - 1).map(it -> "tags.map(t, t + " + it + ")"));
  }

  private static Arbitrary<String> fold(int depth, List<String> macros) {
    Arbitrary<String> body =
        Arbitraries.oneOf(
            bool(depth), Arbitraries.of("t == 'a'", "t < country", "10 / size(t) > 1"));
    return Combinators.combine(list(depth), Arbitraries.of(macros), body)
        .as((range, macro, test) -> "(" + range + ")." + macro + "(t, " + test + ")");
  }

  private static Arbitrary<String> choice(int depth, Arbitrary<String> part) {
    return Combinators.combine(bool(depth), part, part)
        .as((test, yes, no) -> "(" + test + " ? " + yes + " : " + no + ")");
  }

  private static Arbitrary<String> infix(
      Arbitrary<String> left, List<String> operators, Arbitrary<String> right) {
    return Combinators.combine(left, Arbitraries.of(operators), right)
        .as((l, operator, r) -> "(" + l + " " + operator + " " + r + ")");
  }

  private static Arbitrary<String> function(List<String> names, Arbitrary<String> argument) {
    return Combinators.combine(Arbitraries.of(names), argument)
        .as((name, it) -> name + "(" + it + ")");
  }

  private static Arbitrary<String> greatest(Arbitrary<String> left, Arbitrary<String> right) {
    return Combinators.combine(Arbitraries.of("math.greatest", "math.least"), left, right)
        .as((name, l, r) -> "double(" + name + "(" + l + ", " + r + "))");
  }

  private static Arbitrary<String> method(
      Arbitrary<String> on, List<String> names, Arbitrary<String> argument) {
    return Combinators.combine(on, Arbitraries.of(names), argument)
        .as((receiver, name, it) -> "(" + receiver + ")." + name + "(" + it + ")");
  }
}
