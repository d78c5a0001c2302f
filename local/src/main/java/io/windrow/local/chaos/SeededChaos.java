package io.windrow.local.chaos;

import io.windrow.ledger.Ports;
import io.windrow.local.mapping.Backoff;
import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Chaos by a seed. A shard's faults do not depend on those of another, and a batch meets only so
 * many of them.
 */
final class SeededChaos implements Chaos {
  private final long seed;
  private final Consumer<Fault> struck;
  private final ChaosPorts ports;
  private final Twins twins = new Twins();

  SeededChaos(long seed, Consumer<Fault> struck) {
    this.seed = seed;
    this.struck = struck;
    this.ports = new ChaosPorts(seed, struck);
  }

  @Override
  public Delivery delivery(String shard) {
    return new ChaosDelivery(random(shard), twins, struck);
  }

  @Override
  public LambdaFunction settling(LambdaFunction function) {
    Random random = random("settling");
    return new ChaosFunction(function, () -> Misfortune.drawn(random), random, twins, struck);
  }

  @Override
  public Ports over(Ports plain) {
    return ports.over(plain);
  }

  @Override
  public Resharding resharding(KinesisClient client, String stream, Progress progress) {
    StreamShards shards = new StreamShards(client, stream, struck);
    return new SeededResharding(random("resharding"), shards, progress);
  }

  private Random random(String of) {
    return new Random(31 * seed + of.hashCode());
  }

  @Override
  public Backoff backoff() {
    return Backoff.NONE;
  }

  @Override
  public Consumer<String> warned(Consumer<String> listener) {
    return message -> {};
  }

  @Override
  public void close() {
    twins.close();
  }
}
