package io.windrow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that the CEL library evaluates: timestamps, durations, bytes, mathematics.
 *
 * @param member whether its first argument is the receiver
 * @param overloads the ids of those that the check left to choose from
 */
record LibraryCall(String function, boolean member, List<String> overloads, List<Node> arguments)
    implements Node {
  static final String TAG = "library";

  LibraryCall {
    overloads = List.copyOf(overloads);
    arguments = List.copyOf(arguments);
  }

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable[] parts = Node.compile(arguments, bindings);
    CelLibrary.Function call = bindings.library().function(this);
    return frame -> {
      @Nullable Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = parts[i].evaluate(frame);
      }
      return call.apply(values);
    };
  }

  @Override
  public ArrayNode write() {
    ArrayNode json = Node.tagged(TAG).add(function).add(member);
    ArrayNode ids = json.addArray();
    overloads.forEach(ids::add);
    arguments.forEach(argument -> json.add(argument.write()));
    return json;
  }

  static LibraryCall read(JsonNode json, List<Node> arguments) {
    List<String> overloads = new ArrayList<>();
    json.get(3).forEach(id -> overloads.add(id.asText()));
    return new LibraryCall(json.get(1).asText(), json.get(2).asBoolean(), overloads, arguments);
  }
}
