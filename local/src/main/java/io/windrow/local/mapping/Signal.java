package io.windrow.local.mapping;

import java.util.concurrent.TimeUnit;

/** What threads of a mapping wait at: for something to have come, or for the mapping to close. */
final class Signal {
  private long raised;
  private boolean closed;

  /** Wakes all who wait for something to come. */
  synchronized void raise() {
    raised++;
    notifyAll();
  }

  /** Wakes all who wait, for good. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean closed() {
    return closed;
  }

  /** How often it was raised: to be read before looking, and given to {@link #await} after. */
  synchronized long seen() {
    return raised;
  }

  /** Waits until it was raised again, or closed, but not longer than some milliseconds. */
  synchronized void await(long seen, long atMost) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMost);
    while (raised == seen && !closed && sleep(end)) {}
  }

  /** Waits some milliseconds, or until it was closed. */
  synchronized void pause(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!closed && sleep(end)) {}
  }

  /** Waits until notified, false if the end has come. */
  @SuppressWarnings("WaitNotInLoop") // its callers loop
  private synchronized boolean sleep(long end) throws InterruptedException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    TimeUnit.NANOSECONDS.timedWait(this, left);
    return true;
  }
}
