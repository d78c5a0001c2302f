package io.windrow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads the JSON that nodes write. */
final class NodeReader {
  private NodeReader() {}

  static Node read(JsonNode json) {
    String tag = json.path(0).asText();
    return switch (tag) {
      case Node.Event.TAG -> new Node.Event();
      case Node.Field.TAG -> new Node.Field(part(json, 1), text(json, 2));
      case Node.Has.TAG -> new Node.Has(part(json, 1), text(json, 2));
      case Node.Local.TAG -> new Node.Local(text(json, 1));
      case Node.Literal.TAG -> literal(text(json, 1), json.path(2));
      case Node.AsInt.TAG -> new Node.AsInt(part(json, 1));
      case Node.AsDecimal.TAG -> new Node.AsDecimal(part(json, 1));
      case Node.Storable.TAG -> new Node.Storable(part(json, 1));
      case Node.Absorbing.TAG -> new Node.Absorbing(part(json, 1));
      case Node.And.TAG -> new Node.And(part(json, 1), part(json, 2));
      case Node.Or.TAG -> new Node.Or(part(json, 1), part(json, 2));
      case Node.Choice.TAG -> new Node.Choice(part(json, 1), part(json, 2), part(json, 3));
      case Node.ListOf.TAG -> new Node.ListOf(parts(json, 1));
      case Node.MapOf.TAG -> new Node.MapOf(parts(json, 1));
      case Node.Fold.TAG -> fold(json);
      case Node.Call.TAG -> new Node.Call(text(json, 1), parts(json, 2));
      case Node.Own.TAG -> new Node.Own(text(json, 1), parts(json, 2));
      default ->
          throw new IllegalArgumentException(
              "not a part of an expression that this version of Windrow knows: " + json);
    };
  }

  private static Node literal(String kind, JsonNode value) {
    return switch (kind) {
      case "number" -> new Node.Literal(new BigDecimal(value.asText()));
      case "int" -> new Node.Literal(value.longValue());
      case "bool" -> new Node.Literal(value.booleanValue());
      case "string" -> new Node.Literal(value.asText());
      case "bytes" -> new Node.Literal(Bytes.of(Base64.getDecoder().decode(value.asText())));
      default -> new Node.Literal(null);
    };
  }

  private static Node fold(JsonNode json) {
    return new Node.Fold(
        part(json, 1),
        part(json, 2),
        part(json, 3),
        part(json, 4),
        part(json, 5),
        text(json, 6),
        text(json, 7));
  }

  private static Node part(JsonNode json, int index) {
    return read(json.path(index));
  }

  private static String text(JsonNode json, int index) {
    return json.path(index).asText();
  }

  private static List<Node> parts(JsonNode json, int from) {
    List<Node> parts = new ArrayList<>();
    for (int i = from; i < json.size(); i++) {
      parts.add(part(json, i));
    }
    return parts;
  }
}
