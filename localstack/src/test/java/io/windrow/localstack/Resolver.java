package io.windrow.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Works out the text that a template composes, which LocalStack does not do for dashboards. */
final class Resolver {
  private static final String ALARM = "arn:aws:cloudwatch:us-east-1:000000000000:alarm:";

  private final Map<String, String> physical;
  private final Map<String, String> exports;

  Resolver(DeployedStacks stacks) {
    this.physical = stacks.physical();
    this.exports = stacks.exports();
  }

  String text(JsonNode value) {
    if (value.isTextual()) {
      return value.asText();
    }
    JsonNode argument = value.properties().iterator().next().getValue();
    return switch (value.fieldNames().next()) {
      case "Fn::Join" -> join(argument.get(1));
      case "Fn::ImportValue" -> Objects.requireNonNull(exports.get(argument.asText()));
      case "Fn::GetAtt" -> ALARM + physical.get(argument.get(0).asText());
      case "Ref" -> physical.getOrDefault(argument.asText(), LocalStack.REGION);
      default -> throw new IllegalArgumentException("a function that is not known: " + value);
    };
  }

  private String join(JsonNode parts) {
    return StreamSupport.stream(parts.spliterator(), false)
        .map(this::text)
        .collect(Collectors.joining());
  }
}
