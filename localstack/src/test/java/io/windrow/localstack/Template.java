package io.windrow.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The template of a stack as the CDK has written it. */
record Template(Path file, ObjectNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Template of(Path templates, String stack) throws IOException {
    Path file = templates.resolve(stack + ".template.json");
    return new Template(file, (ObjectNode) MAPPER.readTree(file.toFile()));
  }

  /** A property of the only resource of a type. */
  JsonNode property(String type, String name) {
    return StreamSupport.stream(resources().spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.at("/Properties/" + name))
        .findFirst()
        .orElseThrow();
  }

  /** Puts the resources of some types in as they are in another template, and writes this one. */
  void take(Set<String> types, Template other) throws IOException {
    other.resources().properties().stream()
        .filter(resource -> types.contains(resource.getValue().path("Type").asText()))
        .forEach(resource -> resources().set(resource.getKey(), resource.getValue()));
    MAPPER.writeValue(file.toFile(), json);
  }

  private ObjectNode resources() {
    return (ObjectNode) json.get("Resources");
  }
}
