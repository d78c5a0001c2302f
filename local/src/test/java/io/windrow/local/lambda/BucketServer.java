package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What stands in for S3: it keeps what is put, by path. */
final class BucketServer implements AutoCloseable {
  private final Map<String, String> objects = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile boolean refusing;

  BucketServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String object = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          if (!refusing) {
            objects.put(exchange.getRequestURI().getPath(), object);
          }
          exchange.sendResponseHeaders(refusing ? 403 : 200, -1);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Refuses what is put from now on, or no longer. */
  void refuse(boolean refuse) {
    refusing = refuse;
  }

  Map<String, String> objects() {
    return objects;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
