package io.windrow.local.race;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Settler;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.local.chaos.KilledError;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Execution environments: warm ones are used again, by one invocation at a time. */
final class Environments {

  /** What an environment keeps warm. */
  record Environment(Committer committer, Settler settler) {}

  private final Supplier<Environment> coldStart;
  private final Deque<Environment> warm = new ConcurrentLinkedDeque<>();

  Environments(Supplier<Environment> coldStart) {
    this.coldStart = coldStart;
  }

  /**
   * Invokes a function in some environment. After a kill the environment is gone or, as when only
   * an answer was lost, goes on with what it remembers.
   *
   * @param body given the environment and a token of the invocation's own
   * @return whether it succeeded
   */
  boolean invoke(BiConsumer<Environment, String> body) {
    Environment polled = warm.pollLast();
    Environment environment = polled == null ? coldStart.get() : polled;
    boolean survives = true;
    try {
      body.accept(environment, UUID.randomUUID().toString());
      return true;
    } catch (KilledError e) {
      survives = ThreadLocalRandom.current().nextBoolean();
      return false;
    } catch (ShardWaitsException | ProvisionedThroughputExceededException e) {
      return false;
    } finally {
      if (survives) {
        warm.addLast(environment);
      }
    }
  }
}
