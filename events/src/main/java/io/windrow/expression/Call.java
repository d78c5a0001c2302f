package io.windrow.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator or function of the common core.
 *
 * @param arguments the receiver first, if it has one
 */
record Call(String function, List<Node> arguments) implements Node {
  static final String TAG = "call";

  Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Evaluable compile(Bindings bindings) {
    Evaluable pattern = Patterns.constant(this, bindings);
    if (pattern != null) {
      return pattern;
    }
    Evaluable[] parts = Node.compile(arguments, bindings);
    return switch (parts.length) {
      case 1 -> unary(Core.unary(function), parts[0]);
      case 2 -> binary(Core.binary(function), parts[0], parts[1]);
      default -> ternary(Core.ternary(function), parts[0], parts[1], parts[2]);
    };
  }

  private static Evaluable unary(Core.Unary operation, Evaluable of) {
    return frame -> operation.apply(of.evaluate(frame));
  }

  private static Evaluable binary(Core.Binary operation, Evaluable left, Evaluable right) {
    return frame -> operation.apply(left.evaluate(frame), right.evaluate(frame));
  }

  private static Evaluable ternary(
      Core.Ternary operation, Evaluable one, Evaluable two, Evaluable three) {
    return frame -> {
      @Nullable Object first = one.evaluate(frame);
      return operation.apply(first, two.evaluate(frame), three.evaluate(frame));
    };
  }

  @Override
  public ArrayNode write() {
    ArrayNode json = Node.tagged(TAG).add(function);
    arguments.forEach(argument -> json.add(argument.write()));
    return json;
  }
}
