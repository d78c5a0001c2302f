package io.windrow.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, or a structure in them: each is checked as it is taken. */
final class Request {
  private final WireFormat format;
  private final JsonNode fields;

  private Request(WireFormat format, JsonNode fields) {
    this.format = format;
    this.fields = fields;
  }

  static Request read(WireFormat format, byte[] body) {
    try {
      return of(format, format.read(body));
    } catch (IOException e) {
      throw KinesisError.serialization("The request's body cannot be read: " + e.getMessage());
    }
  }

  private static Request of(WireFormat format, JsonNode node) {
    if (!node.isObject()) {
      throw KinesisError.serialization("Expected a structure, found " + node.getNodeType() + ".");
    }
    return new Request(format, node);
  }

  @Nullable String optionalText(String name, TextRule rule) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    return rule.check(memberName(name), textOf(name, value));
  }

  String text(String name, TextRule rule) {
    return required(name, optionalText(name, rule));
  }

  <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    String found = textOf(name, value);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(found))
        .findFirst()
        .orElseThrow(
            () ->
                KinesisError.constraint(
                    memberName(name),
                    found,
                    "satisfy enum value set: " + Arrays.toString(type.getEnumConstants())));
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return required(name, optionalChoice(name, type));
  }

  OptionalInt optionalInteger(String name, int least, int most) {
    JsonNode value = find(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber()) {
      throw wrongType(name, "a whole number", value);
    }
    long number = value.canConvertToLong() ? value.longValue() : Long.MAX_VALUE;
    if (number < least) {
      throw KinesisError.constraint(
          memberName(name), number, "have value greater than or equal to " + least);
    }
    if (number > most) {
      throw KinesisError.constraint(
          memberName(name), number, "have value less than or equal to " + most);
    }
    return OptionalInt.of((int) number);
  }

  int integer(String name, int least, int most) {
    return optionalInteger(name, least, most)
        .orElseThrow(() -> KinesisError.constraint(memberName(name), "null", "not be null"));
  }

  OptionalLong optionalTimestamp(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!value.isNumber()) {
      throw wrongType(name, "a timestamp", value);
    }
    return OptionalLong.of(format.millis(value));
  }

  byte[] blob(String name) {
    JsonNode value = required(name, find(name));
    try {
      byte[] bytes = value.binaryValue();
      if (bytes != null) {
        return bytes;
      }
    } catch (IOException e) {
      throw KinesisError.serialization(name + " is not base64: " + e.getMessage());
    }
    throw wrongType(name, "bytes", value);
  }

  /** The encoding that it came in, and that is answered in. */
  WireFormat format() {
    return format;
  }

  Request structure(String name) {
    return required(name, optionalStructure(name));
  }

  @Nullable Request optionalStructure(String name) {
    JsonNode value = find(name);
    return value == null ? null : of(format, value);
  }

  List<Request> structures(String name) {
    List<Request> all = new ArrayList<>();
    for (JsonNode element : list(name)) {
      all.add(of(format, element));
    }
    return all;
  }

  List<String> texts(String name, TextRule rule) {
    List<String> all = new ArrayList<>();
    for (JsonNode element : list(name)) {
      all.add(rule.check(memberName(name), textOf(name, element)));
    }
    return all;
  }

  private JsonNode list(String name) {
    JsonNode value = required(name, find(name));
    if (!value.isArray()) {
      throw wrongType(name, "a list", value);
    }
    return value;
  }

  /** A map of tags; empty if it is not given. */
  Map<String, String> tags(String name) {
    Request tags = optionalStructure(name);
    Map<String, String> all = new LinkedHashMap<>();
    if (tags != null) {
      for (Map.Entry<String, JsonNode> tag : tags.fields.properties()) {
        all.put(
            TextRule.TAG_KEY.check(memberName(name), tag.getKey()),
            TextRule.TAG_VALUE.check(memberName(name), textOf(name, tag.getValue())));
      }
    }
    return all;
  }

  boolean has(String name) {
    return find(name) != null;
  }

  private @Nullable JsonNode find(String name) {
    JsonNode value = fields.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw KinesisError.constraint(memberName(name), "null", "not be null");
    }
    return value;
  }

  private static String textOf(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw wrongType(name, "a string", value);
    }
    return value.textValue();
  }

  private static KinesisError wrongType(String name, String expected, JsonNode found) {
    return KinesisError.serialization(
        "%s: expected %s, found %s.".formatted(name, expected, found.getNodeType()));
  }

  /** The service names members in its messages with a small first letter. */
  private static String memberName(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
