package io.windrow.local.kinesis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a request from HTTP to its operation, and its answer or error back. */
final class RequestHandler implements HttpHandler {
  private static final String TARGET_PREFIX = "Kinesis_20131202.";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;
  private static final int INTERNAL_FAILURE = 500;
  private static final int NO_BODY = -1;

  // a full PutRecords in base64, with room for its structure
  private static final int MOST_BYTES = 20 << 20;

  private final Operations operations;

  RequestHandler(Operations operations) {
    this.operations = operations;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      WireFormat format = WireFormat.of(exchange.getRequestHeaders().getFirst("Content-Type"));
      if (format == null) {
        sendError(
            exchange, JsonFormat.INSTANCE, NOT_FOUND, "UnknownOperationException", unknownType());
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        sendError(exchange, format, TOO_LARGE, "RequestEntityTooLargeException", "Too large.");
        return;
      }
      answer(exchange, format, body);
    }
  }

  private static String unknownType() {
    return "Content-Type must be %s or %s."
        .formatted(JsonFormat.INSTANCE.contentType(), CborFormat.INSTANCE.contentType());
  }

  private void answer(HttpExchange exchange, WireFormat format, byte[] body) throws IOException {
    try {
      Operation operation =
          operations.named(operationIn(exchange.getRequestHeaders().getFirst("X-Amz-Target")));
      send(exchange, format, OK, operation.apply(Request.read(format, body)));
    } catch (KinesisError e) {
      sendError(exchange, format, BAD_REQUEST, e.type().code(), e.getMessage());
    } catch (RuntimeException e) {
      sendError(exchange, format, INTERNAL_FAILURE, "InternalFailure", e.toString());
    }
  }

  private static String operationIn(@Nullable String target) {
    String given = target == null ? "" : target;
    return given.startsWith(TARGET_PREFIX) ? given.substring(TARGET_PREFIX.length()) : given;
  }

  private static void sendError(
      HttpExchange exchange, WireFormat format, int status, String type, @Nullable String message)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    send(exchange, format, status, new Structure().with("__type", type).with("message", message));
  }

  private static void send(HttpExchange exchange, WireFormat format, int status, Structure answer)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", format.contentType());
    if (answer.fields().isEmpty()) {
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    byte[] bytes = format.write(answer);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
