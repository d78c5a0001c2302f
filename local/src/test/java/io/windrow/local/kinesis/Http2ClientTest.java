package io.windrow.local.kinesis;

import static io.windrow.local.kinesis.EndpointFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/** The SDK's asynchronous client, which speaks HTTP/2 to Kinesis, as the client library does. */
@Timeout(120)
class Http2ClientTest {
  private static final String STREAM = "s";
  private static final String SHARD = "shardId-000000000000";

  private final EndpointFixture kinesis = new EndpointFixture(Throughput.unlimited());
  private KinesisAsyncClient client;

  @BeforeEach
  void open() {
    kinesis.create(STREAM, 1);
    client = client(Protocol.HTTP2);
  }

  @AfterEach
  void close() {
    client.close();
    kinesis.close();
  }

  private KinesisAsyncClient client(Protocol protocol) {
    return KinesisAsyncClient.builder()
        .endpointOverride(kinesis.endpoint.uri())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(protocol))
        .build();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP1_1", "HTTP2"})
  void recordsArePutAndReadByEitherProtocol(Protocol protocol) {
    try (KinesisAsyncClient either = client(protocol)) {
      put(either, "a");
      String iterator =
          either
              .getShardIterator(
                  r ->
                      r.streamName(STREAM)
                          .shardId(SHARD)
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .join()
              .shardIterator();

      assertThat(either.getRecords(r -> r.shardIterator(iterator)).join().records())
          .extracting(EndpointFixture::text)
          .containsExactly("a");
    }
  }

  @Test
  void anErrorKeepsItsType() {
    assertThatThrownBy(() -> client.describeStreamSummary(r -> r.streamName("none")).join())
        .hasCauseInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aRequestOfTenMebibytesPassesTheFlowControl() {
    SdkBytes data = SdkBytes.fromByteArray(new byte[(1 << 20) - 10]);
    List<PutRecordsRequestEntry> entries =
        IntStream.range(0, 10)
            .mapToObj(i -> PutRecordsRequestEntry.builder().partitionKey("k").data(data).build())
            .toList();

    PutRecordsResponse put = client.putRecords(r -> r.streamName(STREAM).records(entries)).join();

    assertThat(put.failedRecordCount()).isZero();
  }

  @Test
  void aSubscriptionGivesRecordsAsTheyCome() throws Exception {
    put(client, "before");
    Subscribed subscribed = subscribe(register("c"), ShardIteratorType.TRIM_HORIZON, null);
    assertThat(subscribed.next()).isEqualTo("before");

    put(client, "after");
    assertThat(subscribed.next()).isEqualTo("after");
    assertThat(client.describeStreamSummary(r -> r.streamName(STREAM)).join())
        .matches(summary -> summary.streamDescriptionSummary().consumerCount() == 1);
  }

  @Test
  void aSubscriptionGoesOnAfterTheContinuationOfAnother() throws Exception {
    String consumer = register("c");
    Subscribed first = subscribe(consumer, ShardIteratorType.LATEST, null);
    String start = first.continuation();
    put(client, "a");
    assertThat(first.next()).isEqualTo("a");
    String after = first.lastContinuation();

    Subscribed again = subscribe(consumer, ShardIteratorType.AFTER_SEQUENCE_NUMBER, start);
    assertThat(again.next()).isEqualTo("a");
    put(client, "b");
    Subscribed third = subscribe(consumer, ShardIteratorType.AFTER_SEQUENCE_NUMBER, after);
    assertThat(third.next()).isEqualTo("b");
    // who subscribes takes the place of the one before
    first.end.get(30, TimeUnit.SECONDS);
    again.end.get(30, TimeUnit.SECONDS);
  }

  @Test
  void aShardThatWasSplitEndsItsSubscriptionWithItsChildren() throws Exception {
    Subscribed subscribed = subscribe(register("c"), ShardIteratorType.TRIM_HORIZON, null);
    client
        .updateShardCount(
            r -> r.streamName(STREAM).targetShardCount(2).scalingType("UNIFORM_SCALING"))
        .join();

    subscribed.end.get(30, TimeUnit.SECONDS);

    assertThat(subscribed.last.childShards()).hasSize(2);
    assertThat(subscribed.last.continuationSequenceNumber()).isNull();
  }

  @Test
  void consumersAreRegisteredListedAndDeregistered() {
    String arn = register("c");
    register("d");
    String stream = arn.substring(0, arn.indexOf("/consumer/"));

    assertThatThrownBy(() -> register("c")).hasMessageContaining("exists already");
    assertThat(client.listStreamConsumers(r -> r.streamARN(stream).maxResults(1)).join())
        .satisfies(
            page -> {
              assertThat(page.consumers()).extracting(c -> c.consumerName()).containsExactly("c");
              assertThat(
                      client
                          .listStreamConsumers(r -> r.streamARN(stream).nextToken(page.nextToken()))
                          .join()
                          .consumers())
                  .extracting(c -> c.consumerName())
                  .containsExactly("d");
            });
    assertThat(
            client
                .describeStreamConsumer(r -> r.streamARN(stream).consumerName("c"))
                .join()
                .consumerDescription())
        .matches(consumer -> consumer.consumerARN().equals(arn))
        .matches(consumer -> consumer.streamARN().equals(stream));

    client.deregisterStreamConsumer(r -> r.consumerARN(arn)).join();
    assertThatThrownBy(() -> client.describeStreamConsumer(r -> r.consumerARN(arn)).join())
        .hasCauseInstanceOf(ResourceNotFoundException.class);
  }

  private void put(KinesisAsyncClient by, String data) {
    by.putRecord(r -> r.streamName(STREAM).partitionKey("k").data(SdkBytes.fromUtf8String(data)))
        .join();
  }

  private String register(String name) {
    String stream =
        client
            .describeStreamSummary(r -> r.streamName(STREAM))
            .join()
            .streamDescriptionSummary()
            .streamARN();
    return client
        .registerStreamConsumer(r -> r.streamARN(stream).consumerName(name))
        .join()
        .consumer()
        .consumerARN();
  }

  private Subscribed subscribe(String consumer, ShardIteratorType type, @Nullable String number) {
    Subscribed subscribed = new Subscribed();
    subscribed.end =
        client.subscribeToShard(
            r ->
                r.consumerARN(consumer)
                    .shardId(SHARD)
                    .startingPosition(p -> p.type(type).sequenceNumber(number)),
            SubscribeToShardResponseHandler.builder()
                .subscriber(
                    event ->
                        event.accept(
                            new SubscribeToShardResponseHandler.Visitor() {
                              @Override
                              public void visit(SubscribeToShardEvent taken) {
                                subscribed.take(taken);
                              }
                            }))
                .build());
    return subscribed;
  }

  /** What a subscription has given. */
  private static final class Subscribed {
    private final BlockingQueue<String> records = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> continuations = new LinkedBlockingQueue<>();
    private CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile SubscribeToShardEvent last = SubscribeToShardEvent.builder().build();

    void take(SubscribeToShardEvent event) {
      last = event;
      if (event.continuationSequenceNumber() != null) {
        continuations.add(event.continuationSequenceNumber());
      }
      for (Record record : event.records()) {
        records.add(text(record));
      }
    }

    String next() throws InterruptedException {
      return records.poll(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
    }

    String continuation() throws InterruptedException {
      return continuations.poll(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
    }

    String lastContinuation() {
      return last.continuationSequenceNumber();
    }
  }
}
