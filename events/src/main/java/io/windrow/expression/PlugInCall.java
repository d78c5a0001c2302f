package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.windrow.plugin.EventValues;
import io.windrow.plugin.FunctionPlugIn;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of a plug-in. */
record PlugInCall(String function, List<Node> arguments) implements Node {
  static final String TAG = "own";

  PlugInCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Evaluable compile(Bindings bindings) {
    FunctionPlugIn called = bindings.own(function);
    Evaluable[] parts = Node.compile(arguments, bindings);
    return frame -> {
      @Nullable Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = parts[i].evaluate(frame);
      }
      return value(called, Collections.unmodifiableList(Arrays.asList(values)));
    };
  }

  private static @Nullable Object value(FunctionPlugIn called, List<@Nullable Object> arguments) {
    Object value = valueOrFailure(called, arguments);
    if (!called.result().holds(value)) {
      throw new ExpressionException(
          "%s() gave a %s, and it is declared to give a %s"
              .formatted(called.name(), Kind.of(value), called.result().text()));
    }
    return value;
  }

  private static @Nullable Object valueOrFailure(
      FunctionPlugIn called, List<@Nullable Object> arguments) {
    try {
      return EventValues.of(called.call(arguments));
    } catch (Exception | StackOverflowError | LinkageError e) {
      // its message may hold what the event holds, which is not logged
      throw new ExpressionException(
          called.name() + "() failed with " + e.getClass().getSimpleName());
    }
  }

  @Override
  public ArrayNode write() {
    ArrayNode json = Node.tagged(TAG).add(function);
    arguments.forEach(argument -> json.add(argument.write()));
    return json;
  }
}
