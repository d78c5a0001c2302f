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
import java.util.function.Supplier;

/**
 * The execution environments of one function, each a handler that serves one invocation at a time.
 * A free one is used again, whichever shard it served before; one that died of an {@link Error} is
 * not, as Lambda starts anew after a crash. A timeout is told to the handler, never enforced.
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
      byte[] response = run(handler, requestId, payload);
      free.addFirst(handler);
      return response;
    } catch (IOException | RuntimeException e) {
      free.addFirst(handler);
      throw e;
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
