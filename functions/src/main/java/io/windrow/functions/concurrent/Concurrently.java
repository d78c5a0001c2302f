package io.windrow.functions.concurrent;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Calls that wait for a network, made by a few threads at once. */
public final class Concurrently {
  private Concurrently() {}

  /**
   * Takes an action for each item and waits for all.
   *
   * @throws RuntimeException the first that an action has thrown, when every thread has stopped
   */
  public static <T> void forEach(List<T> items, int threads, Consumer<T> action) {
    if (items.size() <= 1) {
      items.forEach(action);
      return;
    }
    Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, items.size()));
    try {
      CompletableFuture<?>[] workers =
          Stream.generate(() -> CompletableFuture.runAsync(() -> drain(waiting, action), pool))
              .limit(Math.min(threads, items.size()))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(workers).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      pool.shutdown();
    }
  }

  private static <T> void drain(Queue<T> waiting, Consumer<T> action) {
    try {
      for (T item = waiting.poll(); item != null; item = waiting.poll()) {
        action.accept(item);
      }
    } catch (RuntimeException e) {
      waiting.clear();
      throw e;
    }
  }
}
