package io.windrow.local.display;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A terminal whose window people resize: it is measured anew after each signal that it was. */
public final class TerminalWindow implements Supplier<Terminal> {
  private static final String RESIZED = "WINCH";
  private static final File DEVICE = new File("/dev/tty");
  private static final long MEASURE_SECONDS = 2;

  private final AtomicBoolean resized = new AtomicBoolean();
  private volatile Terminal terminal;

  private TerminalWindow(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Begins to listen for the signal. */
  public static TerminalWindow of(Terminal terminal) {
    TerminalWindow window = new TerminalWindow(terminal);
    window.listen();
    return window;
  }

  /**
   * By reflection: the compiler warns of this API, as of anything in {@code sun.misc}, and Java has
   * no other. Where it is missing, the terminal keeps its first size.
   */
  private void listen() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                resized.set(true);
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(RESIZED), listener);
    } catch (ReflectiveOperationException e) {
      // the table is cut to the first size
    }
  }

  @Override
  public Terminal get() {
    if (resized.getAndSet(false)) {
      terminal = terminal.sized(measured());
    }
    return terminal;
  }

  /** Rows and columns as stty names them; nothing if it can't be asked. */
  private static String measured() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(DEVICE).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return stty.waitFor(MEASURE_SECONDS, TimeUnit.SECONDS) ? size.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
