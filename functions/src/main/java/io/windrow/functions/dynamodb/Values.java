package io.windrow.functions.dynamodb;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The values of events and results as attributes, and back. */
final class Values {
  private Values() {}

  /** A number that DynamoDB can't hold becomes a string of its digits. */
  static AttributeValue toAttribute(@Nullable Object value) {
    if (value == null) {
      return AttributeValue.fromNul(true);
    }
    if (value instanceof Boolean flag) {
      return AttributeValue.fromBool(flag);
    }
    if (value instanceof Number number) {
      return toAttribute(Scalars.decimal(number));
    }
    if (value instanceof List<?> list) {
      return AttributeValue.fromL(list.stream().map(Values::toAttribute).toList());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      map.forEach((name, member) -> attributes.put(name.toString(), toAttribute(member)));
      return AttributeValue.fromM(attributes);
    }
    return AttributeValue.fromS(value.toString());
  }

  private static AttributeValue toAttribute(BigDecimal number) {
    return Decimals.isInRange(number)
        ? AttributeValue.fromN(number.toString())
        : AttributeValue.fromS(number.toString());
  }

  /** The members of a map attribute as values. */
  static Map<String, @Nullable Object> toValues(Map<String, AttributeValue> attributes) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> values.put(name, toValue(attribute)));
    return values;
  }

  /** Sets are lists, and bytes are base64. */
  static @Nullable Object toValue(AttributeValue attribute) {
    return switch (attribute.type()) {
      case S -> attribute.s();
      case N -> number(attribute.n());
      case BOOL -> attribute.bool();
      case NUL -> null;
      case L -> attribute.l().stream().map(Values::toValue).toList();
      case M -> toValues(attribute.m());
      case SS -> List.copyOf(attribute.ss());
      case NS -> attribute.ns().stream().map(Values::number).toList();
      case B -> base64(attribute.b());
      case BS -> attribute.bs().stream().map(Values::base64).toList();
      default -> throw new IllegalStateException("an attribute of unknown type: " + attribute);
    };
  }

  private static @Nullable Object number(String digits) {
    return Scalars.canonical(new BigDecimal(digits));
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
