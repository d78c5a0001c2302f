package io.windrow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.definition.contract.ContractCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that a contract is a JSON Schema 2020-12 that stands alone. */
final class SchemaCheck {
  /** As deep as a record may nest: an object takes two levels, properties and the name. */
  private static final int MAX_DEPTH = 400;

  private final String file;
  private final Problems problems;
  private final Optional<Node> tree;
  private final JsonNode schema;
  private boolean sound = true;

  SchemaCheck(String file, String text, JsonNode schema, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.schema = schema;
    // Only for the places: what YAML has to say about a JSON text is of no interest.
    this.tree = YamlTree.read(file, text, new Problems(file));
  }

  boolean isSound() {
    String deep = tooDeep(schema, "", 0);
    if (!schema.isObject()) {
      add("", "a contract that is no object, expected a JSON Schema 2020-12 of an object");
    } else if (deep != null) {
      add(deep, "more than " + MAX_DEPTH + " levels in each other, expected fewer");
    } else {
      ContractCheck.problems(schema).forEach(this::add);
    }
    return sound;
  }

  /** Where the first part is that lies too deep; null if none does. */
  private static @Nullable String tooDeep(JsonNode part, String pointer, int depth) {
    if (depth > MAX_DEPTH) {
      return pointer;
    }
    String found = null;
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      String name = field.getKey().replace("~", "~0").replace("/", "~1");
      found = found == null ? tooDeep(field.getValue(), pointer + "/" + name, depth + 1) : found;
    }
    for (int i = 0; part.isArray() && i < part.size(); i++) {
      found = found == null ? tooDeep(part.get(i), pointer + "/" + i, depth + 1) : found;
    }
    return found;
  }

  private static List<String> path(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Arrays.stream(pointer.substring(1).split("/", -1))
            .map(name -> name.replace("~1", "/").replace("~0", "~"))
            .toList();
  }

  private void add(String pointer, String message) {
    add(new ContractCheck.Problem(pointer, message, false, 0));
  }

  private void add(ContractCheck.Problem problem) {
    sound = false;
    Place place = tree.map(root -> placeOf(root, problem)).orElse(new Place(file, 1, 1));
    problems.add(place, problem.message(), "");
  }

  private static Place placeOf(Node root, ContractCheck.Problem problem) {
    List<String> path = path(problem.pointer());
    if (!problem.ofKey()) {
      return placeIn(nodeAt(root, path), problem.offset());
    }
    String key = path.get(path.size() - 1);
    Node parent = nodeAt(root, path.subList(0, path.size() - 1));
    return entry(parent, key)
        .map(entry -> placeIn(entry.key(), problem.offset()))
        .orElse(parent.place());
  }

  private static Place placeIn(Node node, int offset) {
    return node instanceof Node.Scalar text && offset > 0 ? text.origin().at(offset) : node.place();
  }

  private static Node nodeAt(Node root, List<String> path) {
    Node node = root;
    for (String name : path) {
      Optional<Node> inner = inner(node, name);
      if (inner.isEmpty()) {
        break;
      }
      node = inner.get();
    }
    return node;
  }

  private static Optional<Node> inner(Node node, String name) {
    if (node instanceof Node.Listing listing) {
      return Optional.of(listing.items().get(Integer.parseInt(name)));
    }
    return entry(node, name).map(Node.Entry::value);
  }

  private static Optional<Node.Entry> entry(Node node, String name) {
    return node instanceof Node.Mapping mapping
        ? mapping.entries().stream().filter(entry -> entry.key().text().equals(name)).findFirst()
        : Optional.empty();
  }
}
