package io.windrow.local.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.expression.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the field looks like that does not meet a contract. */
final class FieldLook {
  private FieldLook() {}

  /**
   * A sentence.
   *
   * @param keyword of the schema that is not met
   */
  static String of(String keyword, String pointer, Sample sample) {
    if (keyword.equals("required")) {
      return missing(pointer, sample);
    }
    if (keyword.equals("type")) {
      return type(pointer, sample);
    }
    return value(pointer, sample);
  }

  /** What the place holds. */
  private static String value(String pointer, Sample sample) {
    JsonNode value = sample.at(pointer);
    return pointer.isEmpty() || value.isMissingNode()
        ? ""
        : "%s is %s.".formatted(pointer, Sample.shown(value));
  }

  /** A field that the first record lacks, and the field that it may have in its place. */
  static String missing(String pointer, Sample sample) {
    List<String> others = sample.pointers();
    String name = last(pointer);
    @Nullable String near =
        Nearest.to(bare(name), others.stream().map(o -> bare(last(o))).toList());
    return others.stream()
        .filter(other -> near != null && bare(last(other)).equals(near))
        .findFirst()
        .map(other -> "They have no %s; is it the %s that they have?".formatted(pointer, other))
        .orElse(
            others.isEmpty()
                ? ""
                : "They have no %s, but %s.".formatted(pointer, String.join(", ", some(others))));
  }

  private static List<String> some(List<String> names) {
    return names.subList(0, Math.min(names.size(), 10));
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** A name without what one way of writing names puts between words, and another does not. */
  private static String bare(String name) {
    return name.replaceAll("[_\\-. ]", "");
  }

  private static String type(String pointer, Sample sample) {
    JsonNode value = sample.at(pointer);
    if (value.isTextual() && value.textValue().matches("\\s*-?[0-9.,]+\\s*")) {
      return "%s is a text, %s, where the contract wants another type: put a number, or let the contract take a text and convert it in clean, such as double(event.x)."
          .formatted(pointer, Sample.shown(value));
    }
    return value(pointer, sample)
        .replace(" is ", " is a value of type %s, ".formatted(typeName(value)));
  }

  private static String typeName(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "list";
      case OBJECT -> "object";
      default -> "null";
    };
  }
}
