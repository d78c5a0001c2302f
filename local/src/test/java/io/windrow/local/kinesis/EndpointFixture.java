package io.windrow.local.kinesis;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** An endpoint on a free port with the SDK's client, and short forms of the commonest calls. */
final class EndpointFixture implements AutoCloseable {
  final SettableClock clock = new SettableClock();

  /** The content types of the client's requests. */
  final Set<String> contentTypes = ConcurrentHashMap.newKeySet();

  final KinesisEndpoint endpoint;
  final KinesisClient client;

  EndpointFixture(Throughput.Policy throughput) {
    endpoint = KinesisEndpoint.start(new KinesisStreams(clock, throughput), 0);
    client = client(new ContentTypes());
  }

  /** A client that something stands before. */
  KinesisClient client(ExecutionInterceptor interceptor) {
    return KinesisClient.builder()
        .endpointOverride(endpoint.uri())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            c ->
                c.retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .addExecutionInterceptor(interceptor))
        .build();
  }

  private final class ContentTypes implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      context.httpRequest().firstMatchingHeader("Content-Type").ifPresent(contentTypes::add);
    }
  }

  void create(String stream, int shards) {
    client.createStream(r -> r.streamName(stream).shardCount(shards));
    client.waiter().waitUntilStreamExists(r -> r.streamName(stream));
  }

  /** Puts a record and returns its sequence number. */
  String put(String stream, String key, String data) {
    return client
        .putRecord(r -> r.streamName(stream).partitionKey(key).data(SdkBytes.fromUtf8String(data)))
        .sequenceNumber();
  }

  String iterator(String stream, String shard, Consumer<GetShardIteratorRequest.Builder> start) {
    return client
        .getShardIterator(r -> r.streamName(stream).shardId(shard).applyMutation(start))
        .shardIterator();
  }

  GetRecordsResponse read(String iterator) {
    return client.getRecords(r -> r.shardIterator(iterator));
  }

  List<String> data(String iterator) {
    return read(iterator).records().stream().map(EndpointFixture::text).toList();
  }

  static String text(Record record) {
    return record.data().asUtf8String();
  }

  List<Shard> shards(String stream) {
    return client.listShards(r -> r.streamName(stream)).shards();
  }

  @Override
  public void close() {
    client.close();
    endpoint.close();
  }
}
