package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.config;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
  private final AtomicInteger coldStarts = new AtomicInteger();

  @Test
  void aFreeEnvironmentServesAgain() throws IOException {
    Environments function = function((in, out, context) -> out.write(in.readAllBytes()));

    assertThat(function.invoke("1", "a".getBytes(UTF_8))).asString().isEqualTo("a");
    assertThat(function.invoke("2", "b".getBytes(UTF_8))).asString().isEqualTo("b");

    assertThat(coldStarts).hasValue(1);
  }

  @Test
  void anEnvironmentThatServesIsNotGivenASecondInvocation() throws IOException {
    Environments[] function = new Environments[1];
    function[0] =
        function(
            (in, out, context) -> {
              if (context.getAwsRequestId().equals("outer")) {
                out.write(function[0].invoke("inner", new byte[0]));
              }
            });

    assertThat(function[0].invoke("outer", new byte[0])).isEmpty();

    assertThat(coldStarts).hasValue(2);
  }

  @Test
  void oneThatThrewAnExceptionServesAgain() throws IOException {
    Environments function = failing(new IllegalStateException("once"));

    assertThatThrownBy(() -> function.invoke("1", new byte[0])).hasMessage("once");
    assertThat(function.invoke("2", new byte[0])).isEmpty();

    assertThat(coldStarts).hasValue(1);
  }

  @Test
  void oneThatDiedOfAnErrorIsReplaced() throws IOException {
    Environments function = failing(new OutOfMemoryError("once"));

    assertThatThrownBy(() -> function.invoke("1", new byte[0])).hasMessage("once");
    assertThat(function.invoke("2", new byte[0])).isEmpty();

    assertThat(coldStarts).hasValue(2);
  }

  @Test
  void oneThatNeverEndsTimesOutAndIsReplaced() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    Environments function =
        new Environments(
            config().timeout(Duration.ofSeconds(1)).build(),
            () -> {
              coldStarts.incrementAndGet();
              return (in, out, context) -> {
                while (calls.get() == 0 && !Thread.currentThread().isInterrupted()) {
                  Thread.onSpinWait();
                }
                calls.incrementAndGet();
              };
            },
            InstantSource.system(),
            new SilentLogger());

    assertThatThrownBy(() -> function.invoke("1", new byte[0]))
        .isInstanceOf(IOException.class)
        .hasMessage("Task timed out after 1.00 seconds");
    assertThat(function.invoke("2", new byte[0])).isEmpty();

    assertThat(coldStarts).hasValue(2);
  }

  @Test
  void aHandlerIsToldItsDeadlineAndItsName() throws IOException {
    Environments function =
        function(
            (in, out, context) -> {
              String line = context.getFunctionName() + " " + context.getRemainingTimeInMillis();
              out.write(line.getBytes(UTF_8));
            });

    assertThat(function.invoke("1", new byte[0])).asString().isEqualTo("process 7000");
  }

  /** Throws at the first invocation of all. */
  private Environments failing(Throwable problem) {
    AtomicInteger calls = new AtomicInteger();
    return function(
        (in, out, context) -> {
          if (calls.getAndIncrement() == 0) {
            if (problem instanceof Error error) {
              throw error;
            }
            throw (RuntimeException) problem;
          }
        });
  }

  private Environments function(RequestStreamHandler handler) {
    return new Environments(
        config().timeout(Duration.ofSeconds(7)).build(),
        () -> {
          coldStarts.incrementAndGet();
          return handler;
        },
        InstantSource.fixed(Instant.EPOCH),
        new SilentLogger());
  }
}
