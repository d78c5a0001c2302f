package io.windrow.local.mapping;

import java.time.InstantSource;
import java.util.function.Function;

/** What the workers of one mapping share. */
record Mapped(
    MappingConfig config,
    Shards shards,
    LambdaFunction function,
    MappingListener listener,
    FailureDestination destination,
    Function<String, Delivery> deliveries,
    InstantSource clock,
    Signal signal) {}
