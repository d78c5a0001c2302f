package io.windrow.definition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.plan.ContractFile;
import io.windrow.plan.StrictJson;
import java.util.Optional;

/** Reads {@code contract} and the JSON Schema that it names. */
final class ContractSection {
  private final Siblings siblings;
  private final Problems problems;

  ContractSection(Siblings siblings, Problems problems) {
    this.siblings = siblings;
    this.problems = problems;
  }

  Optional<ContractFile> read(Node.Scalar path) {
    if (!SiblingPath.isInside(path.text())) {
      problems.add(path.place(), path.describe() + " for 'contract'", SiblingPath.EXPECTED);
      return Optional.empty();
    }
    Optional<byte[]> content = siblings.read(path.text());
    if (content.isEmpty()) {
      problems.add(
          path.place(),
          "no file " + path.describe() + " beside the definition",
          "the JSON Schema (2020-12) that events must meet");
      return Optional.empty();
    }
    return Utf8.decode(path.text(), content.get(), problems)
        .flatMap(text -> schema(path.text(), text))
        .map(schema -> new ContractFile(path.text(), schema));
  }

  private Optional<JsonNode> schema(String file, String text) {
    try {
      JsonNode schema = StrictJson.MAPPER.readTree(text);
      boolean sound = new SchemaCheck(file, text, schema, problems).isSound();
      return sound ? Optional.of(schema) : Optional.empty();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Place place = at == null ? new Place(file, 1, 1) : place(file, at);
      problems.add(place, "not JSON: " + e.getOriginalMessage(), "a JSON Schema");
      return Optional.empty();
    }
  }

  private static Place place(String file, JsonLocation at) {
    return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }
}
