package io.windrow.functions.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A server that takes every connection, reads nothing and answers nothing. */
public final class SilentServer implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> taken = Collections.synchronizedList(new ArrayList<>());

  private SilentServer(ServerSocket server) {
    this.server = server;
  }

  /** Starts one on a free port of this machine. */
  public static SilentServer start() {
    try {
      SilentServer silent =
          new SilentServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread thread = new Thread(silent::take, "silent-server");
      thread.setDaemon(true);
      thread.start();
      return silent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take() {
    try {
      while (true) {
        taken.add(server.accept());
      }
    } catch (IOException e) {
      // it is closed
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  /** How many connections it has taken. */
  public int connections() {
    return taken.size();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : List.copyOf(taken)) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
