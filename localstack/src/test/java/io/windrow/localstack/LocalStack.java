package io.windrow.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A LocalStack that runs, the one of the environment or one in a container.
 *
 * @param stop ends the one that was started here
 */
record LocalStack(URI endpoint, Runnable stop) implements AutoCloseable {
  static final String REGION = "us-east-1";
  static final String KEY = "test";
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";

  /** The last one that asks for no token. */
  private static final String IMAGE = "localstack/localstack:4.14.0";

  /** The one that {@code AWS_ENDPOINT_URL} names, or one in Docker, if either is there. */
  static Optional<LocalStack> find() {
    String running = System.getenv(ENDPOINT);
    if (running != null) {
      return Optional.of(new LocalStack(answering(URI.create(running)), () -> {}));
    }
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.of(inDocker())
        : Optional.empty();
  }

  private static URI answering(URI endpoint) {
    try (InputStream health = endpoint.resolve("/_localstack/health").toURL().openStream()) {
      health.readAllBytes();
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException(
          ENDPOINT + " is " + endpoint + ", where no LocalStack answers; start it, or unset it", e);
    }
  }

  private static LocalStack inDocker() {
    @SuppressWarnings("resource") // closed by stop
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1");
    container.start();
    return new LocalStack(container.getEndpoint(), container::stop);
  }

  /** What command line tools and the app are told. */
  Map<String, String> environment() {
    return Map.of(
        ENDPOINT,
        endpoint.toString(),
        "AWS_ENDPOINT_URL_S3",
        endpoint.toString(),
        "AWS_REGION",
        REGION,
        "AWS_ACCESS_KEY_ID",
        KEY,
        "AWS_SECRET_ACCESS_KEY",
        KEY);
  }

  @Override
  public void close() {
    stop.run();
  }
}
