package io.windrow.infrastructure;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.FunctionProps;

/**
 * What one function of a pipeline has that the others have not.
 *
 * @param handler the class that Lambda calls
 * @param leastTimeout below which it would take no work up
 * @param override the property by which the user changes it
 * @param change what the user changes in its properties
 */
record FunctionSpec(
    Class<?> handler,
    String description,
    Duration timeout,
    Duration leastTimeout,
    @Nullable Integer reservedConcurrency,
    Code code,
    Map<String, String> environment,
    String override,
    Consumer<FunctionProps.Builder> change) {}
