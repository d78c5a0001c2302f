package io.windrow.local.race;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.AwsClients;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The scenarios of the simulation, with real concurrency and on DynamoDB Local. */
class RaceTest {
  private static final int SCENARIOS = 200;

  @Test
  @Timeout(900)
  void whoeverGoesFirstOnDynamoDbWhatComesOutIsWhatTheOracleSays() {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (DynamoDbLocal local =
            DynamoDbLocal.start(Path.of(System.getProperty("windrow.dynamodb.jars")), 0);
        AwsClients clients = AwsClients.local(local.endpoint(), URI.create("http://localhost:1"))) {
      for (long seed = 0; seed < SCENARIOS; seed++) {
        Race race = new Race(seed, clients.dynamoDb(), threads);
        assertThatCode(
                () -> {
                  race.run();
                  race.verify();
                })
            .as("seed %d", seed)
            .doesNotThrowAnyException();
      }
    } finally {
      threads.shutdown();
    }
  }
}
