package io.windrow.local.kinesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server on loopback through which AWS SDKs and the AWS CLI use the embedded service. It
 * speaks HTTP/1.1 and, to clients that begin with it, HTTP/2 without TLS.
 */
public final class KinesisEndpoint implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_THREADS = 64;
  private static final int LEAST_THREADS = 4;
  private static final int BACKLOG = 128;

  private final Server server;
  private final ServerConnector connector;
  private final Subscriptions subscriptions;

  private KinesisEndpoint(Server server, ServerConnector connector, Subscriptions subscriptions) {
    this.server = server;
    this.connector = connector;
    this.subscriptions = subscriptions;
  }

  /**
   * Starts the server.
   *
   * @param port 0 for any that is free
   * @throws PortInUseException when another program listens there
   */
  public static KinesisEndpoint start(KinesisStreams streams, int port) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("kinesis-endpoint");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setStopTimeout(0);
    ServerConnector connector = connector(server, port);
    Subscriptions subscriptions = new Subscriptions(streams);
    server.addConnector(connector);
    server.setHandler(new RequestHandler(new Operations(streams), subscriptions));
    start(server, connector);
    return new KinesisEndpoint(server, connector, subscriptions);
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    return connector;
  }

  private static void start(Server server, ServerConnector connector) {
    try {
      connector.open();
      server.start();
    } catch (IOException e) {
      if (e instanceof BindException || e.getCause() instanceof BindException) {
        throw new PortInUseException(connector.getPort(), e);
      }
      throw new UncheckedIOException(
          "Cannot listen on port " + connector.getPort() + " of " + LOOPBACK, e);
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not start", e);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** The address that clients are given as their endpoint. */
  public URI uri() {
    return URI.create("http://" + LOOPBACK + ":" + port());
  }

  @Override
  public void close() {
    subscriptions.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not stop", e);
    }
  }
}
