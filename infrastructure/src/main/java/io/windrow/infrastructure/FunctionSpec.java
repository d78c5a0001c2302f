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
 * @param change what the user changes in its properties
 */
record FunctionSpec(
    Class<?> handler,
    String description,
    Duration timeout,
    @Nullable Integer reservedConcurrency,
    Code code,
    Map<String, String> environment,
    Consumer<FunctionProps.Builder> change) {}
