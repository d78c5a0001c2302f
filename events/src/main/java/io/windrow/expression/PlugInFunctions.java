package io.windrow.expression;

import io.windrow.plugin.FunctionPlugIn;
import io.windrow.plugin.PlugInException;
import java.util.Map;
import java.util.Set;

/** The functions of plug-ins, which expressions call beside those of CEL. */
record PlugInFunctions(Map<String, FunctionPlugIn> byName) {
  PlugInFunctions {
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

  Set<String> names() {
    return byName.keySet();
  }
}
