package io.windrow.expression;

import io.windrow.plugin.EventValues;
import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.PlugInException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of plug-ins, which expressions call beside those of CEL. */
public record PlugInFunctions(Map<String, FunctionPlugIn> byName) {
  public PlugInFunctions {
    byName = Map.copyOf(byName);
  }

  /**
   * The function of a name.
   *
   * @throws PlugInException when no plug-in has it, as when a jar is missing that a plan was made
   *     with
   */
  FunctionPlugIn named(String name) {
    FunctionPlugIn function = byName.get(name);
    if (function == null) {
      throw new PlugInException(
          "an expression calls the function '"
              + name
              + "', which no jar in lib has; put the jar back, or make the plan anew");
    }
    return function;
  }

  /** The value of a function. */
  static @Nullable Object call(FunctionPlugIn called, @Nullable Object[] arguments) {
    Object value = valueOrFailure(called, Collections.unmodifiableList(Arrays.asList(arguments)));
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

  public Set<String> names() {
    return byName.keySet();
  }
}
