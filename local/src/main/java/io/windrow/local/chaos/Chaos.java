package io.windrow.local.chaos;

import io.windrow.local.mapping.Delivery;
import java.util.Random;
import java.util.function.Function;

/**
 * Deliveries that do to each shard, by a seed, whatever Lambda may do: batches cut and delivered
 * again at random, invocations killed, throttled, repeated and delayed. A shard's faults do not
 * depend on those of another, and a batch meets only so many of them.
 *
 * <p>For mappings with unlimited retries: any other discards records.
 */
public final class Chaos implements Function<String, Delivery> {
  private final long seed;

  public Chaos(long seed) {
    this.seed = seed;
  }

  @Override
  public Delivery apply(String shard) {
    return new ChaosDelivery(new Random(31 * seed + shard.hashCode()));
  }
}
