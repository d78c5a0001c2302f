package io.windrow.local.kinesis;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The consumers with fan-out that are registered for a stream, in the order of their names. */
final class Consumers {
  /** The quota of a stream (developer guide, "Quotas and limits"). */
  private static final int MOST = 20;

  private static final int MILLIS = 1000;

  private final KinesisStream stream;
  private final NavigableMap<String, Consumer> byName = new TreeMap<>();

  Consumers(KinesisStream stream) {
    this.stream = stream;
  }

  /** One consumer; its ARN tells it from an earlier one of its name. */
  record Consumer(String name, String arn, long createdAt) {}

  synchronized Consumer register(String name) {
    if (byName.containsKey(name)) {
      throw KinesisError.inUse(
          "Consumer %s of stream %s exists already.".formatted(name, stream.name()));
    }
    if (byName.size() == MOST) {
      throw KinesisError.limitExceeded(
          "Stream %s has %d consumers, which is the limit.".formatted(stream.name(), MOST));
    }
    long now = stream.now();
    String arn = "%s/consumer/%s:%d".formatted(stream.arn(), name, now / MILLIS);
    Consumer consumer = new Consumer(name, arn, now);
    byName.put(name, consumer);
    return consumer;
  }

  synchronized void deregister(Consumer consumer) {
    byName.remove(consumer.name());
  }

  /**
   * A consumer.
   *
   * @param arn its whole ARN, which an earlier one of its name does not have; null for any
   */
  synchronized Consumer find(String name, @Nullable String arn) {
    Consumer consumer = byName.get(name);
    if (consumer == null || (arn != null && !arn.equals(consumer.arn()))) {
      throw KinesisError.notFound(
          "Consumer %s of stream %s not found.".formatted(name, stream.name()));
    }
    return consumer;
  }

  synchronized List<Consumer> after(String name) {
    return List.copyOf(byName.tailMap(name, false).values());
  }

  synchronized int size() {
    return byName.size();
  }
}
