package io.windrow.local.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.AwsClients;
import io.windrow.simulation.world.Seeds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The scenarios of the simulation, with real concurrency and on DynamoDB Local. {@code
 * -Dwindrow.races=200} has it run more of them.
 */
class RaceTest {
  private static final int SCENARIOS = Integer.getInteger("windrow.races", 60);
  private static final int AT_ONCE = 4;

  @Test
  @Timeout(900)
  void whoeverGoesFirstOnDynamoDbWhatComesOutIsWhatTheOracleSays() {
    long first = Seeds.first();
    long begun = System.nanoTime();
    ExecutorService races = Executors.newFixedThreadPool(AT_ONCE);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (DynamoDbLocal local =
            DynamoDbLocal.start(Path.of(System.getProperty("windrow.dynamodb.jars")), 0);
        AwsClients clients = AwsClients.local(local.endpoint(), URI.create("http://localhost:1"))) {
      List<CompletableFuture<Optional<String>>> running =
          LongStream.range(first, first + SCENARIOS)
              .mapToObj(
                  seed ->
                      CompletableFuture.supplyAsync(
                          () -> failure(seed, clients.dynamoDb(), threads), races))
              .toList();

      List<String> failures =
          running.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();

      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      System.out.printf("%d races in %d s%n", SCENARIOS, took.toSeconds());
      assertThat(failures).isEmpty();
    } finally {
      races.shutdown();
      threads.shutdown();
    }
  }

  private static Optional<String> failure(
      long seed, DynamoDbClient client, ExecutorService threads) {
    try {
      Race race = new Race(seed, client, threads);
      race.run();
      race.verify();
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e + "; " + Seeds.again(seed));
    }
  }
}
