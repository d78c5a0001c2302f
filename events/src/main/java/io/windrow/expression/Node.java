package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Optional;

/**
 * A part of a checked expression.
 *
 * <p>Written as JSON it is an array: its tag, then its parts in the order of the record. {@link
 * NodeReader} reads what {@link #write} writes.
 */
sealed interface Node
    permits Absorbing,
        And,
        AsDecimal,
        AsInt,
        Call,
        Choice,
        WholeEvent,
        Field,
        Comprehension,
        Has,
        LibraryCall,
        ListLiteral,
        Literal,
        Local,
        MapLiteral,
        PlugInCall,
        Or {

  /** Its closure. */
  Evaluable compile(Bindings bindings);

  /** The field of the event that it is, if it is nothing but one. */
  default Optional<FieldPath> fieldPath() {
    return Optional.empty();
  }

  /** Its JSON. */
  ArrayNode write();

  static ArrayNode tagged(String tag, Node... parts) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode().add(tag);
    List.of(parts).forEach(part -> json.add(part.write()));
    return json;
  }

  static Evaluable[] compile(List<Node> nodes, Bindings bindings) {
    return nodes.stream().map(node -> node.compile(bindings)).toArray(Evaluable[]::new);
  }
}
