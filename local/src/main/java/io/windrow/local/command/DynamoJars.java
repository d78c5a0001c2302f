package io.windrow.local.command;

import io.windrow.dynamodb.DynamoDbLocal;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** DynamoDB Local as the launcher provides it. */
final class DynamoJars {
  private static final String PROPERTY = "windrow.dynamodb.jars";

  private DynamoJars() {}

  /** Starts it, which takes a while, beside other work. */
  static CompletableFuture<DynamoDbLocal> start() {
    String jars = System.getProperty(PROPERTY);
    if (jars == null) {
      throw new UserError(
          "The system property %s is not set: start this program by the script windrow."
              .formatted(PROPERTY));
    }
    return CompletableFuture.supplyAsync(() -> DynamoDbLocal.start(Path.of(jars), 0));
  }
}
