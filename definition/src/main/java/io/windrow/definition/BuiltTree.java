package io.windrow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes nodes of what a builder was given (texts, numbers, booleans, lists, and maps in order),
 * with paths for places, so that a builder's definition is checked as a file's is.
 */
final class BuiltTree {
  private BuiltTree() {}

  static Node of(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      return mapping(path, map);
    }
    if (value instanceof List<?> list) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        items.add(of(path + "[" + i + "]", list.get(i)));
      }
      return new Node.Listing(Place.ofPath(path), items);
    }
    Node.Kind kind =
        value instanceof Boolean
            ? Node.Kind.BOOLEAN
            : value instanceof Number ? Node.Kind.NUMBER : Node.Kind.TEXT;
    return new Node.Scalar(kind, value.toString(), offset -> Place.ofPath(path));
  }

  private static Node mapping(String path, Map<?, ?> map) {
    List<Node.Entry> entries = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          String inner = path.isEmpty() ? key.toString() : path + "." + key;
          Node.Scalar name =
              new Node.Scalar(Node.Kind.TEXT, key.toString(), offset -> Place.ofPath(inner));
          entries.add(new Node.Entry(name, of(inner, value)));
        });
    return new Node.Mapping(Place.ofPath(path.isEmpty() ? "pipeline" : path), entries);
  }
}
