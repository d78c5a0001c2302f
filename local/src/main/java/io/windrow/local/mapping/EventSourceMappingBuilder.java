package io.windrow.local.mapping;

import java.time.InstantSource;
import java.util.function.Function;

/** An {@link EventSourceMapping} in the making. */
public final class EventSourceMappingBuilder {
  private final MappingConfig config;
  private final Shards shards;
  private final LambdaFunction function;
  private MappingListener listener = MappingListener.NONE;
  private FailureDestination destination = FailureDestination.NONE;
  private Function<String, Delivery> deliveries = shard -> Delivery.PLAIN;
  private InstantSource clock = InstantSource.system();

  EventSourceMappingBuilder(MappingConfig config, Shards shards, LambdaFunction function) {
    this.config = config;
    this.shards = shards;
    this.function = function;
  }

  public EventSourceMappingBuilder listener(MappingListener hears) {
    this.listener = hears;
    return this;
  }

  public EventSourceMappingBuilder onFailure(FailureDestination takesDiscarded) {
    this.destination = takesDiscarded;
    return this;
  }

  /** The liberties taken with each shard, by its id. */
  public EventSourceMappingBuilder deliveries(Function<String, Delivery> byShard) {
    this.deliveries = byShard;
    return this;
  }

  public EventSourceMappingBuilder clock(InstantSource time) {
    this.clock = time;
    return this;
  }

  public EventSourceMapping build() {
    return new EventSourceMapping(
        new Mapped(
            config, shards, function, listener, destination, deliveries, clock, new Signal()));
  }
}
