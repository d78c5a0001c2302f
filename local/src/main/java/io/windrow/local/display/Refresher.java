package io.windrow.local.display;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread that has a display refreshed ten times a second, until it is closed. */
public final class Refresher {
  private static final long MILLIS = 100;

  private final Display display;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "windrow-display");

  private Refresher(Display display) {
    this.display = display;
    thread.setDaemon(true);
  }

  /** Begins to refresh. */
  public static Refresher start(Display display) {
    Refresher refresher = new Refresher(display);
    refresher.thread.start();
    return refresher;
  }

  private void run() {
    try {
      do {
        display.refresh();
      } while (!closed.await(MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has the last of it shown. */
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    display.finish();
  }
}
