package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The API that one execution environment asks for its invocations (AWS Lambda Developer Guide,
 * "Using the Lambda runtime API for custom runtimes").
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Duration timeout;
  private final BlockingQueue<Invocation> pending = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer.Failure> failedToStart = new CompletableFuture<>();
  private final CompletableFuture<Boolean> started = new CompletableFuture<>();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Invocation(String id, byte[] payload) {}

  private RuntimeApi(HttpServer server, Duration timeout) {
    this.server = server;
    this.timeout = timeout;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "runtime-api");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts the API on a free port.
   *
   * @param timeout of the function, from which each invocation's deadline follows
   */
  static RuntimeApi start(Duration timeout) {
    try {
      RuntimeApi api =
          new RuntimeApi(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
              timeout);
      api.server.createContext(ROOT + "init/error", api::failToStart);
      api.server.createContext(ROOT + "restore/next", api::restore);
      api.server.createContext(ROOT + "invocation/next", api::next);
      api.server.createContext(ROOT + "invocation/", api::answer);
      api.server.setExecutor(api.threads);
      api.server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException("the runtime API was not started", e);
    }
  }

  /** Host and port, as the environment variable of a runtime has it. */
  String address() {
    return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  /** Done when the environment asks for its first invocation. */
  CompletableFuture<Boolean> started() {
    return started;
  }

  /** Done when the environment has made ready for its snapshot. */
  CompletableFuture<Boolean> restored() {
    return restored;
  }

  /** Done when the environment says that it can't start. */
  CompletableFuture<Answer.Failure> failedToStart() {
    return failedToStart;
  }

  /** Gives the environment a payload. */
  CompletableFuture<Answer> deliver(byte[] payload) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answers.put(id, answer);
    pending.add(new Invocation(id, payload));
    return answer;
  }

  private void next(HttpExchange exchange) throws IOException {
    started.complete(true);
    try {
      Invocation invocation = pending.take();
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
      headers.set(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(System.currentTimeMillis() + timeout.toMillis()));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:000000000000:function:local");
      reply(exchange, OK, invocation.payload());
    } catch (InterruptedException e) {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] path = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/", -1);
    CompletableFuture<Answer> answer = answers.remove(path[1]);
    reply(exchange, ACCEPTED, new byte[0]);
    if (answer != null) {
      answer.complete(
          path[2].equals("response")
              ? new Answer.Response(body)
              : new Answer.Failure(new String(body, UTF_8)));
    }
  }

  private void restore(HttpExchange exchange) throws IOException {
    restored.complete(true);
    reply(exchange, OK, new byte[0]);
  }

  private void failToStart(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    reply(exchange, ACCEPTED, new byte[0]);
    failedToStart.complete(new Answer.Failure(body));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
