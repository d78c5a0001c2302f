package io.windrow.simulation.contract;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writers on threads of their own, let loose at the same moment. */
final class AtOnce {
  private AtOnce() {}

  /** What each writer, told its number, has found. */
  static <T> List<T> run(int writers, IntFunction<T> write) {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    CountDownLatch ready = new CountDownLatch(writers);
    try {
      List<CompletableFuture<T>> found =
          IntStream.range(0, writers)
              .mapToObj(
                  writer ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            meet(ready);
                            return write.apply(writer);
                          },
                          threads))
              .toList();
      return found.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static void meet(CountDownLatch ready) {
    ready.countDown();
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before writing", e);
    }
  }
}
