package io.windrow.local.kinesis;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on loopback through which AWS SDKs and the AWS CLI use the embedded service. */
public final class KinesisEndpoint implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int BACKLOG = 128;

  private final HttpServer server;
  private final ExecutorService workers;

  private KinesisEndpoint(HttpServer server, ExecutorService workers) {
    this.server = server;
    this.workers = workers;
  }

  /**
   * Starts the server.
   *
   * @param port 0 for any that is free
   * @throws PortInUseException when another program listens there
   */
  public static KinesisEndpoint start(KinesisStreams streams, int port) {
    // without it each answer waits 40 ms for the client's delayed ACK; read once, by the first
    // server
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = bind(port);
    ExecutorService workers = Executors.newFixedThreadPool(THREADS, KinesisEndpoint::worker);
    server.setExecutor(workers);
    server.createContext("/", new RequestHandler(new Operations(streams)));
    server.start();
    return new KinesisEndpoint(server, workers);
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (BindException e) {
      throw new PortInUseException(port, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port + " of 127.0.0.1", e);
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "kinesis-endpoint");
    thread.setDaemon(true);
    return thread;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address that clients are given as their endpoint. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
