package io.windrow.local.kinesis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes a request from HTTP to its operation, and its answer or error back. */
final class RequestHandler extends Handler.Abstract {
  private static final String TARGET_PREFIX = "Kinesis_20131202.";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 413;
  private static final int INTERNAL_FAILURE = 500;

  // a full PutRecords in base64, with room for its structure
  private static final int MOST_BYTES = 20 << 20;

  private final Operations operations;
  private final Subscriptions subscriptions;

  RequestHandler(Operations operations, Subscriptions subscriptions) {
    this.operations = operations;
    this.subscriptions = subscriptions;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request request, Response response, Callback callback)
      throws IOException {
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    WireFormat format = WireFormat.of(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    Exchange exchange =
        new Exchange(response, callback, format == null ? JsonFormat.INSTANCE : format);
    if (format == null) {
      exchange.error(NOT_FOUND, "UnknownOperationException", unknownType());
      return true;
    }
    byte[] body = body(request);
    if (body.length > MOST_BYTES) {
      exchange.error(TOO_LARGE, "RequestEntityTooLargeException", "Too large.");
    } else {
      answer(operationIn(request.getHeaders().get("X-Amz-Target")), body, exchange);
    }
    return true;
  }

  private static byte[] body(org.eclipse.jetty.server.Request request) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      return body.readNBytes(MOST_BYTES + 1);
    }
  }

  private static String unknownType() {
    return "Content-Type must be %s or %s."
        .formatted(JsonFormat.INSTANCE.contentType(), CborFormat.INSTANCE.contentType());
  }

  private void answer(String operation, byte[] body, Exchange exchange) {
    try {
      Request parameters = Request.read(exchange.format, body);
      if (operation.equals(Subscriptions.OPERATION)) {
        subscriptions.open(parameters, exchange.response, exchange.callback);
      } else {
        exchange.send(OK, operations.named(operation).apply(parameters));
      }
    } catch (KinesisError e) {
      exchange.error(BAD_REQUEST, e.type().code(), e.getMessage());
    } catch (RuntimeException e) {
      exchange.error(INTERNAL_FAILURE, "InternalFailure", e.toString());
    }
  }

  private static String operationIn(@Nullable String target) {
    String given = target == null ? "" : target;
    return given.startsWith(TARGET_PREFIX) ? given.substring(TARGET_PREFIX.length()) : given;
  }

  /** One answer that is due. */
  private record Exchange(Response response, Callback callback, WireFormat format) {

    void error(int status, String type, @Nullable String message) {
      response.getHeaders().put("x-amzn-ErrorType", type);
      send(status, new Structure().with("__type", type).with("message", message));
    }

    void send(int status, Structure answer) {
      byte[] bytes = answer.fields().isEmpty() ? new byte[0] : format.write(answer);
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, format.contentType());
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
      response.write(true, ByteBuffer.wrap(bytes), callback);
    }
  }
}
