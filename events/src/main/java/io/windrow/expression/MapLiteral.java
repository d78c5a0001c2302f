package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {'a': 1}}; the lists of keys and of values are in one order. */
record MapLiteral(List<Node> keys, List<Node> values) implements Node {
  static final String TAG = "map";

  MapLiteral {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
  }

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable[] names = Node.compile(keys, bindings);
    Evaluable[] parts = Node.compile(values, bindings);
    return frame -> {
      Map<Object, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        Object key = Containers.key(names[i].evaluate(frame));
        if (map.containsKey(key)) {
          throw new ExpressionException("a map has the key " + key + " twice");
        }
        map.put(key, parts[i].evaluate(frame));
      }
      return Collections.unmodifiableMap(map);
    };
  }

  @Override
  public ArrayNode write() {
    ArrayNode json = Node.tagged(TAG);
    for (int i = 0; i < keys.size(); i++) {
      json.add(keys.get(i).write()).add(values.get(i).write());
    }
    return json;
  }
}
