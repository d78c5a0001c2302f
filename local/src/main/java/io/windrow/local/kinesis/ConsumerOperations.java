package io.windrow.local.kinesis;

import io.windrow.local.kinesis.Consumers.Consumer;
import java.time.Instant;
import java.util.Map;

/** The operations on the consumers of a stream. */
final class ConsumerOperations {
  private static final int MOST = 10_000;
  private static final int MOST_RETURNED = 100;

  private final KinesisStreams streams;

  ConsumerOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "RegisterStreamConsumer", this::register,
        "DescribeStreamConsumer", this::describe,
        "ListStreamConsumers", this::list,
        "DeregisterStreamConsumer", this::deregister);
  }

  private Structure register(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    Consumer consumer =
        stream.consumers().register(request.text("ConsumerName", TextRule.STREAM_NAME));
    return new Structure().with("Consumer", of(consumer));
  }

  private Structure describe(Request request) {
    ConsumerReference found = ConsumerReference.in(request, streams);
    return new Structure()
        .with("ConsumerDescription", of(found.consumer()).with("StreamARN", found.stream().arn()));
  }

  private Structure list(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    int limit =
        Math.min(
            request.optionalInteger("MaxResults", 1, MOST).orElse(MOST_RETURNED), MOST_RETURNED);
    String token = request.optionalText("NextToken", TextRule.NEXT_TOKEN);
    String after = token == null ? "" : ListToken.parse(token, streams.now()).after();
    Page<Consumer> page = Page.of(stream.consumers().after(after).stream(), limit);
    return new Structure()
        .with("Consumers", page.elements().stream().map(ConsumerOperations::of).toList())
        .with(
            "NextToken",
            page.hasMore() ? ListToken.ofStreams(page.last().name(), streams.now()).token() : null);
  }

  private Structure deregister(Request request) {
    ConsumerReference found = ConsumerReference.in(request, streams);
    found.stream().consumers().deregister(found.consumer());
    return new Structure();
  }

  private static Structure of(Consumer consumer) {
    return new Structure()
        .with("ConsumerName", consumer.name())
        .with("ConsumerARN", consumer.arn())
        .with("ConsumerStatus", "ACTIVE")
        .with("ConsumerCreationTimestamp", Instant.ofEpochMilli(consumer.createdAt()));
  }
}
