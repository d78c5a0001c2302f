package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.pattern.EcmaPattern;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The keywords that {@link QuickContract} knows of single values. */
final class ScalarChecks {
  private ScalarChecks() {}

  static QuickCheck type(JsonNode argument) {
    if (argument.isTextual()) {
      return typeNamed(argument.textValue());
    }
    List<QuickCheck> types = new ArrayList<>();
    argument.forEach(name -> types.add(typeNamed(name.asText())));
    return value -> types.stream().anyMatch(type -> type.certain(value));
  }

  private static QuickCheck typeNamed(String name) {
    return switch (name) {
      case "string" -> value -> value instanceof String;
      case "integer" -> ScalarChecks::isInteger;
      case "number" -> value -> value instanceof Long || value instanceof BigDecimal;
      case "boolean" -> value -> value instanceof Boolean;
      case "null" -> value -> value == null;
      case "object" -> value -> value instanceof Map;
      case "array" -> value -> value instanceof List;
      default -> QuickCheck.NEVER;
    };
  }

  private static boolean isInteger(@Nullable Object value) {
    return value instanceof Long
        || (value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0);
  }

  static QuickCheck oneOf(JsonNode argument) {
    Set<@Nullable Object> allowed = new HashSet<>();
    for (JsonNode node : argument) {
      if (node.isContainerNode()) {
        return QuickCheck.NEVER;
      }
      allowed.add(scalar(node));
    }
    return value -> allowed.contains(Scalars.canonical(value));
  }

  static QuickCheck constant(JsonNode argument) {
    if (argument.isContainerNode()) {
      return QuickCheck.NEVER;
    }
    Object only = scalar(argument);
    return value -> Objects.equals(only, Scalars.canonical(value));
  }

  private static @Nullable Object scalar(JsonNode node) {
    if (node.isNumber()) {
      return Scalars.canonical(node.decimalValue());
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? null : node.textValue();
  }

  static QuickCheck bound(JsonNode argument, IntPredicate allowed) {
    BigDecimal bound = argument.decimalValue();
    if (argument.isIntegralNumber() && argument.canConvertToLong()) {
      long whole = argument.longValue();
      return value ->
          value instanceof Long number
              ? allowed.test(Long.compare(number, whole))
              : !(value instanceof BigDecimal decimal) || allowed.test(decimal.compareTo(bound));
    }
    return value ->
        value instanceof Long number
            ? allowed.test(BigDecimal.valueOf(number).compareTo(bound))
            : !(value instanceof BigDecimal decimal) || allowed.test(decimal.compareTo(bound));
  }

  static QuickCheck minLength(JsonNode argument) {
    if (!argument.canConvertToInt()) {
      return QuickCheck.NEVER;
    }
    int least = argument.intValue();
    return value ->
        !(value instanceof String text) || text.codePointCount(0, text.length()) >= least;
  }

  static QuickCheck maxLength(JsonNode argument) {
    if (!argument.canConvertToInt()) {
      return QuickCheck.NEVER;
    }
    int most = argument.intValue();
    return value ->
        !(value instanceof String text)
            || text.length() <= most
            || text.codePointCount(0, text.length()) <= most;
  }

  static QuickCheck pattern(JsonNode argument) {
    EcmaPattern pattern = EcmaPattern.of(argument.textValue());
    return value -> !(value instanceof String text) || pattern.isFoundIn(text);
  }
}
