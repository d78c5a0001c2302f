package io.windrow.infrastructure.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What alarms use of CloudWatch's metric math: arithmetic, comparisons, IF, FILL and SUM of a list
 * (Amazon CloudWatch User Guide, "Using metric math"). What has no datapoint makes none.
 */
final class MetricMath {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z]\\w*|>=|<=|==|[-+*/()<>,\\[\\]])");
  private static final List<List<String>> LEVELS =
      List.of(List.of(">", ">=", "<", "<=", "=="), List.of("+", "-"), List.of("*", "/"));

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, OptionalDouble> metrics;
  private int at;

  private MetricMath(String expression, Map<String, OptionalDouble> metrics) {
    this.metrics = metrics;
    Matcher token = TOKEN.matcher(expression);
    int end = 0;
    while (token.find() && token.start() == end) {
      tokens.add(token.group(1));
      end = token.end();
    }
    if (end != expression.length()) {
      throw new IllegalArgumentException("can't read '" + expression.substring(end) + "'");
    }
  }

  static OptionalDouble value(String expression, Map<String, OptionalDouble> metrics) {
    MetricMath math = new MetricMath(expression, metrics);
    OptionalDouble value = math.operation(0);
    if (math.at != math.tokens.size()) {
      throw new IllegalArgumentException("something follows in '" + expression + "'");
    }
    return value;
  }

  private OptionalDouble operation(int level) {
    if (level == LEVELS.size()) {
      return operand();
    }
    OptionalDouble left = operation(level + 1);
    while (at < tokens.size() && LEVELS.get(level).contains(tokens.get(at))) {
      String operator = tokens.get(at++);
      left = both(left, operation(level + 1), operator(operator));
    }
    return left;
  }

  private static OptionalDouble both(
      OptionalDouble left, OptionalDouble right, DoubleBinaryOperator operator) {
    return left.isEmpty() || right.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(operator.applyAsDouble(left.getAsDouble(), right.getAsDouble()));
  }

  private static DoubleBinaryOperator operator(String text) {
    return switch (text) {
      case "+" -> Double::sum;
      case "-" -> (a, b) -> a - b;
      case "*" -> (a, b) -> a * b;
      case "/" -> (a, b) -> a / b;
      case ">" -> (a, b) -> a > b ? 1 : 0;
      case ">=" -> (a, b) -> a >= b ? 1 : 0;
      case "<" -> (a, b) -> a < b ? 1 : 0;
      case "<=" -> (a, b) -> a <= b ? 1 : 0;
      case "==" -> (a, b) -> a == b ? 1 : 0;
      default -> throw new IllegalArgumentException("no operator " + text);
    };
  }

  private OptionalDouble operand() {
    String token = tokens.get(at++);
    if (Character.isDigit(token.charAt(0))) {
      return OptionalDouble.of(Double.parseDouble(token));
    }
    if (token.equals("(")) {
      OptionalDouble inside = operation(0);
      expect(")");
      return inside;
    }
    return at < tokens.size() && tokens.get(at).equals("(")
        ? call(token)
        : metrics.getOrDefault(token, OptionalDouble.empty());
  }

  private OptionalDouble call(String function) {
    expect("(");
    boolean isList = tokens.get(at).equals("[");
    at += isList ? 1 : 0;
    List<OptionalDouble> arguments = new ArrayList<>();
    do {
      arguments.add(operation(0));
    } while (tokens.get(at++).equals(","));
    at += isList ? 1 : 0;
    return switch (function) {
      case "FILL" -> arguments.get(0).isPresent() ? arguments.get(0) : arguments.get(1);
      case "IF" ->
          arguments.get(0).isEmpty()
              ? OptionalDouble.empty()
              : arguments.get(arguments.get(0).getAsDouble() == 0 ? 2 : 1);
      case "SUM" ->
          arguments.stream().reduce(OptionalDouble.of(0), (a, b) -> both(a, b, Double::sum));
      default -> throw new IllegalArgumentException("no function " + function);
    };
  }

  private void expect(String token) {
    if (!tokens.get(at++).equals(token)) {
      throw new IllegalArgumentException("expected " + token + " in " + tokens);
    }
  }
}
