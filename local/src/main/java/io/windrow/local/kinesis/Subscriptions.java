package io.windrow.local.kinesis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The shards that consumers are subscribed to: one subscription for each consumer and shard, the
 * last that was asked for. Each has a thread for the minutes that it lasts.
 */
final class Subscriptions implements AutoCloseable {
  static final String OPERATION = "SubscribeToShard";

  private final KinesisStreams streams;
  private final Map<String, Subscription> current = new ConcurrentHashMap<>();

  Subscriptions(KinesisStreams streams) {
    this.streams = streams;
  }

  /**
   * Begins a subscription, whose events are the body of the answer.
   *
   * @throws KinesisError when there is no such consumer, shard or position
   */
  void open(Request request, Response response, Callback callback) {
    String arn = request.text("ConsumerARN", TextRule.CONSUMER_ARN);
    KinesisStream stream = ConsumerReference.of(arn, streams).stream();
    Shard shard = stream.shard(request.text("ShardId", TextRule.SHARD_ID));
    Request position = request.structure("StartingPosition");
    long from = new IteratorStart(stream, shard).ordinal(position, StartFields.OF_SUBSCRIPTION);
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/vnd.amazon.eventstream");
    EventStream events = new EventStream(Content.Sink.asOutputStream(response), request.format());
    Subscription subscription = new Subscription(shard, from, events, callback);
    String key = arn + "/" + shard.id();
    Subscription former = current.put(key, subscription);
    if (former != null) {
      former.end();
    }
    Thread thread =
        new Thread(
            () -> {
              subscription.run();
              current.remove(key, subscription);
            },
            "kinesis-subscription");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    current.values().forEach(Subscription::end);
  }
}
