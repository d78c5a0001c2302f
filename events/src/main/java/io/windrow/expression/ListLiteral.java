package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code [a, b]}. */
record ListLiteral(List<Node> elements) implements Node {
  static final String TAG = "list";

  ListLiteral {
    elements = List.copyOf(elements);
  }

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable[] parts = Node.compile(elements, bindings);
    if (elements.stream().allMatch(Literal.class::isInstance)) {
      List<@Nullable Object> constant =
          Collections.unmodifiableList(values(parts, new Frame(Map.of(), new Object[0])));
      return frame -> constant;
    }
    return frame -> Collections.unmodifiableList(values(parts, frame));
  }

  private static List<@Nullable Object> values(Evaluable[] parts, Frame frame) {
    List<@Nullable Object> values = new ArrayList<>(parts.length);
    for (Evaluable part : parts) {
      values.add(part.evaluate(frame));
    }
    return values;
  }

  @Override
  public ArrayNode write() {
    return Node.tagged(TAG, elements.toArray(Node[]::new));
  }
}
