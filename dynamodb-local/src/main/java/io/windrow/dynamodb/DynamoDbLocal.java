package io.windrow.dynamodb;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/**
 * A DynamoDB in memory, listening on loopback: AWS's DynamoDB Local, in this process but on a class
 * path of its own, since it brings another version of the AWS SDK.
 *
 * <p>Its parts are put together here and not by its own launcher, which listens on every interface,
 * prints a banner and sends telemetry.
 */
public final class DynamoDbLocal implements AutoCloseable {
  private static final String PARTS = "software.amazon.dynamodb.services.local.server.";

  private final Object store;
  private final Object server;
  private final URI endpoint;

  private DynamoDbLocal(Object store, Object server, URI endpoint) {
    this.store = store;
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * Starts an empty one. All who connect see the same tables, whatever their credentials and
   * region.
   *
   * @param jars the folder of DynamoDB Local and all that it needs
   * @param port where to listen, 0 for any free port
   * @throws IllegalStateException when the folder holds no DynamoDB Local, or the port is taken
   */
  public static DynamoDbLocal start(Path jars, int port) {
    SqliteLog.warningsOnly();
    ClassLoader loader = JarFolder.load(jars);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object store = store(loader);
      Object server = server(loader, store, port);
      server.getClass().getMethod("start").invoke(server);
      URI bound = (URI) server.getClass().getMethod("getURI").invoke(server);
      return new DynamoDbLocal(
          store, server, URI.create("http://" + bound.getHost() + ":" + bound.getPort()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "DynamoDB Local did not start on port " + port + ": " + Causes.sentence(e), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Object store(ClassLoader loader) throws ReflectiveOperationException {
    return loader
        .loadClass(PARTS + "LocalDynamoDBRequestHandler")
        .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
        .newInstance(0, true, null, true, false);
  }

  private static Object server(ClassLoader loader, Object store, int port)
      throws ReflectiveOperationException {
    Object handler =
        loader
            .loadClass(PARTS + "LocalDynamoDBServerHandler")
            .getConstructor(loader.loadClass(PARTS + "DynamoDBRequestHandler"), String.class)
            .newInstance(store, null);
    Class<?> jetty = loader.loadClass("org.eclipse.jetty.server.Server");
    Object server =
        jetty
            .getConstructor(InetSocketAddress.class)
            .newInstance(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    jetty
        .getMethod("setHandler", loader.loadClass("org.eclipse.jetty.server.Handler"))
        .invoke(server, handler);
    return server;
  }

  /** Where clients connect. */
  public URI endpoint() {
    return endpoint;
  }

  /** Stops it, and forgets its tables. */
  @Override
  public void close() {
    try {
      server.getClass().getMethod("stop").invoke(server);
      store.getClass().getMethod("shutdown").invoke(store);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("DynamoDB Local did not stop: " + Causes.sentence(e), e);
    }
  }
}
