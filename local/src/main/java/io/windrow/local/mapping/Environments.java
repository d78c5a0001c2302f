package io.windrow.local.mapping;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The execution environments of one function, each a handler that serves one invocation at a time.
 * A free one is used again, whichever shard it served before; one that died of an {@link Error} or
 * has timed out is not, as Lambda starts anew then. A handler that has timed out is interrupted and
 * no longer waited for: nothing can end it within this process.
 */
public final class Environments implements LambdaFunction {
  private final String functionArn;
  private final Duration timeout;
  private final Supplier<? extends RequestStreamHandler> coldStart;
  private final InstantSource clock;
  private final LambdaLogger logger;
  private final Deque<RequestStreamHandler> free = new ConcurrentLinkedDeque<>();

  public Environments(
      MappingConfig config,
      Supplier<? extends RequestStreamHandler> coldStart,
      InstantSource clock,
      LambdaLogger logger) {
    this.functionArn = config.functionArn();
    this.timeout = config.timeout();
    this.coldStart = coldStart;
    this.clock = clock;
    this.logger = logger;
  }

  @Override
  public byte[] invoke(String requestId, byte[] payload) throws IOException {
    RequestStreamHandler warm = free.pollFirst();
    RequestStreamHandler handler = warm == null ? coldStart.get() : warm;
    try {
      byte[] response = runInTime(handler, requestId, payload);
      free.addFirst(handler);
      return response;
    } catch (TimedOutException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      free.addFirst(handler);
      throw e;
    }
  }

  private byte[] runInTime(RequestStreamHandler handler, String requestId, byte[] payload)
      throws IOException {
    FutureTask<byte[]> running = new FutureTask<>(() -> run(handler, requestId, payload));
    Thread thread = new Thread(running, "invocation " + requestId);
    thread.setDaemon(true);
    thread.start();
    try {
      return running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new TimedOutException(timeout);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new TimedOutException(timeout);
    }
  }

  /** What a handler threw, as if it had run on the caller's thread. */
  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    return cause instanceof IOException failure ? failure : new IOException(cause);
  }

  /** Lambda's word for it. */
  private static final class TimedOutException extends IOException {
    private static final long serialVersionUID = 1;

    TimedOutException(Duration timeout) {
      super("Task timed out after %d.00 seconds".formatted(timeout.toSeconds()));
    }
  }

  private byte[] run(RequestStreamHandler handler, String requestId, byte[] payload)
      throws IOException {
    long deadline = clock.millis() + timeout.toMillis();
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(payload),
        response,
        new InvocationContext(requestId, functionArn, deadline, clock, logger));
    return response.toByteArray();
  }
}
