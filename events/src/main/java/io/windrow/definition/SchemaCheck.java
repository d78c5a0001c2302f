package io.windrow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.ContractCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks that a contract is a JSON Schema 2020-12 that stands alone. */
final class SchemaCheck {
  /** As deep as a record may nest: an object takes two levels, properties and the name. */
  private static final int MAX_DEPTH = 400;

  private final String file;
  private final Problems problems;
  private final Optional<Node> tree;
  private final JsonNode schema;
  private boolean tooDeep;
  private boolean sound = true;

  SchemaCheck(String file, String text, JsonNode schema, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.schema = schema;
    // Only for the places: what YAML has to say about a JSON text is of no interest.
    this.tree = YamlTree.read(file, text, new Problems(file));
  }

  boolean isSound() {
    if (!schema.isObject()) {
      add(List.of(), "a contract that is no object", "a JSON Schema 2020-12 of an object");
    } else {
      checkReferences(schema, List.of());
      if (!tooDeep) {
        checkForm();
      }
    }
    return sound;
  }

  private void checkReferences(JsonNode part, List<String> path) {
    if (path.size() > MAX_DEPTH) {
      tooDeep = true;
      add(path, "more than " + MAX_DEPTH + " levels in each other", "fewer");
      return;
    }
    String reference = part.path("$ref").asText("#");
    if (!reference.startsWith("#")) {
      add(plus(path, "$ref"), "a reference to '" + reference + "'", "one within the contract: #/…");
    } else if (reference.startsWith("#/") && schema.at(reference.substring(1)).isMissingNode()) {
      add(plus(path, "$ref"), "a reference to '" + reference + "', which is not there", "");
    }
    part.properties()
        .forEach(field -> checkReferences(field.getValue(), plus(path, field.getKey())));
    IntStream.range(0, part.isArray() ? part.size() : 0)
        .forEach(i -> checkReferences(part.get(i), plus(path, String.valueOf(i))));
  }

  /** Once a reference is refused, none is followed: the library would look for what it names. */
  private void checkForm() {
    List<ContractCheck.Problem> found =
        sound ? ContractCheck.problems(schema) : ContractCheck.ofForm(schema);
    for (ContractCheck.Problem problem : found) {
      add(path(problem.pointer()), "not a JSON Schema 2020-12: " + problem.message(), "");
    }
  }

  private static List<String> path(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Arrays.stream(pointer.substring(1).split("/", -1))
            .map(name -> name.replace("~1", "/").replace("~0", "~"))
            .toList();
  }

  private static List<String> plus(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private void add(List<String> path, String found, String allowed) {
    sound = false;
    Place place = tree.map(root -> placeOf(root, path)).orElse(new Place(file, 1, 1));
    problems.add(place, found, allowed);
  }

  private static Place placeOf(Node root, List<String> path) {
    Node node = root;
    for (String name : path) {
      Optional<Node> inner = inner(node, name);
      if (inner.isEmpty()) {
        break;
      }
      node = inner.get();
    }
    return node.place();
  }

  private static Optional<Node> inner(Node node, String name) {
    if (node instanceof Node.Listing listing) {
      return Optional.of(listing.items().get(Integer.parseInt(name)));
    }
    return node instanceof Node.Mapping mapping
        ? mapping.entries().stream()
            .filter(entry -> entry.key().text().equals(name))
            .map(Node.Entry::value)
            .findFirst()
        : Optional.empty();
  }
}
