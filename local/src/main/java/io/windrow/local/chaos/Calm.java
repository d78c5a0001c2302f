package io.windrow.local.chaos;

import io.windrow.ledger.Ports;
import io.windrow.local.mapping.Backoff;
import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The absence of chaos. */
record Calm() implements Chaos {
  @Override
  public Delivery delivery(String shard) {
    return Delivery.PLAIN;
  }

  @Override
  public LambdaFunction settling(LambdaFunction function) {
    return function;
  }

  @Override
  public Ports over(Ports ports) {
    return ports;
  }

  @Override
  public Resharding resharding(KinesisClient client, String stream, Progress progress) {
    return Resharding.NONE;
  }

  @Override
  public Backoff backoff() {
    return Backoff.DEFAULT;
  }

  @Override
  public Consumer<String> warned(Consumer<String> listener) {
    return listener;
  }

  @Override
  public void close() {}
}
