package io.windrow.local.run;

import io.windrow.dynamodb.DynamoDbLocal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One embedded AWS for the tests of a class. */
public final class EmbeddedAwsExtension implements BeforeAllCallback, AfterAllCallback {
  private @Nullable EmbeddedAws aws;

  @Override
  public void beforeAll(ExtensionContext context) {
    Path jars = Path.of(System.getProperty("windrow.dynamodb.jars"));
    aws = EmbeddedAws.start(() -> DynamoDbLocal.start(jars, 0), 0);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (aws != null) {
      aws.close();
    }
  }

  public EmbeddedAws aws() {
    if (aws == null) {
      throw new IllegalStateException("not started");
    }
    return aws;
  }
}
