package io.windrow.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What Lambda knows of a function.
 *
 * @param handler the name of its class
 * @param asset the directory of its code: jars in {@code lib}, the rest at the root
 * @param environment its variables
 * @param options of its virtual machine, such as Lambda takes from JAVA_TOOL_OPTIONS
 */
public record FunctionSpec(
    String handler,
    Path asset,
    Duration timeout,
    Map<String, String> environment,
    List<String> options) {
  public FunctionSpec {
    environment = Map.copyOf(environment);
    options = List.copyOf(options);
  }
}
