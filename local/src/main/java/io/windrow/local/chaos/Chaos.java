package io.windrow.local.chaos;

import io.windrow.ledger.Ports;
import io.windrow.local.mapping.Backoff;
import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * What befalls a run that its results must not show: nothing, or whatever AWS may do, by a seed.
 *
 * <p>For mappings with unlimited retries: any other discards records.
 */
public sealed interface Chaos extends AutoCloseable permits Calm, SeededChaos {

  /**
   * Chaos by a seed, or none without one.
   *
   * @param struck is told of each fault, by many threads
   */
  static Chaos of(@Nullable Long seed, Consumer<Fault> struck) {
    return seed == null ? new Calm() : new SeededChaos(seed, struck);
  }

  /** The liberties that the mapping takes with the batches of a shard. */
  Delivery delivery(String shard);

  /** The function that settles, as it is met. */
  LambdaFunction settling(LambdaFunction function);

  /** The ports of both functions, as they are met. */
  Ports over(Ports ports);

  /** What is done to the shards of a stream. */
  Resharding resharding(KinesisClient client, String stream, Progress progress);

  /** How long the mapping waits before it tries again. */
  Backoff backoff();

  /** Who is warned of failures, which are nothing new under chaos. */
  Consumer<String> warned(Consumer<String> listener);

  /** Waits for the invocations that nobody waits for. */
  @Override
  void close();
}
