package io.windrow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON that nodes write. */
final class NodeReader {
  private NodeReader() {}

  static Node read(JsonNode json) {
    String tag = json.path(0).asText();
    return switch (tag) {
      case WholeEvent.TAG -> new WholeEvent();
      case Field.TAG -> new Field(part(json, 1), text(json, 2));
      case Has.TAG -> new Has(part(json, 1), text(json, 2));
      case Local.TAG -> new Local(text(json, 1));
      case Literal.TAG -> Literal.read(json);
      case AsInt.TAG -> new AsInt(part(json, 1));
      case AsDecimal.TAG -> new AsDecimal(part(json, 1));
      case Absorbing.TAG -> new Absorbing(part(json, 1));
      case And.TAG -> new And(part(json, 1), part(json, 2));
      case Or.TAG -> new Or(part(json, 1), part(json, 2));
      case Choice.TAG -> new Choice(part(json, 1), part(json, 2), part(json, 3));
      case ListLiteral.TAG -> new ListLiteral(parts(json, 1, 1));
      case MapLiteral.TAG -> new MapLiteral(parts(json, 1, 2), parts(json, 2, 2));
      case Comprehension.TAG -> fold(json);
      case Call.TAG -> new Call(text(json, 1), parts(json, 2, 1));
      case PlugInCall.TAG -> new PlugInCall(text(json, 1), parts(json, 2, 1));
      case LibraryCall.TAG -> LibraryCall.read(json, parts(json, 4, 1));
      default ->
          throw new IllegalArgumentException(
              "not a part of an expression that this version of Windrow knows: " + json);
    };
  }

  private static Comprehension fold(JsonNode json) {
    return new Comprehension(
        text(json, 6),
        part(json, 1),
        text(json, 7),
        part(json, 2),
        part(json, 3),
        part(json, 4),
        part(json, 5));
  }

  private static Node part(JsonNode json, int index) {
    return read(json.path(index));
  }

  private static String text(JsonNode json, int index) {
    return json.path(index).asText();
  }

  private static List<Node> parts(JsonNode json, int from, int step) {
    List<Node> parts = new ArrayList<>();
    for (int i = from; i < json.size(); i += step) {
      parts.add(part(json, i));
    }
    return parts;
  }
}
