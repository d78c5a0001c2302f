package io.windrow.local.command;

import io.windrow.functions.kinesis.StreamId;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** A stream that records are sent to. What goes wrong is told as a sentence. */
final class TargetStream implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;

  private final KinesisClient client;
  private final String name;
  private final String place;

  private TargetStream(KinesisClient client, String name, String place) {
    this.client = client;
    this.name = name;
    this.place = place;
  }

  /** Finds the stream, and waits for it while it is being made. */
  static TargetStream open(String name, @Nullable URI endpoint, @Nullable String region)
      throws InterruptedException {
    TargetStream stream =
        new TargetStream(
            client(endpoint, region), name, endpoint == null ? "on AWS" : "at " + endpoint);
    while (stream.status() == StreamStatus.CREATING) {
      Thread.sleep(LOOK_MILLIS);
    }
    return stream;
  }

  private static KinesisClient client(@Nullable URI endpoint, @Nullable String region) {
    KinesisClientBuilder builder =
        KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    if (endpoint != null) {
      builder.endpointOverride(web(endpoint));
    }
    if (endpoint != null && isHere(endpoint)) {
      builder
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }
    if (region != null) {
      builder.region(Region.of(region));
    }
    try {
      return builder.build();
    } catch (SdkClientException | IllegalArgumentException | NullPointerException e) {
      throw new UserError(
          "Give --region, or set AWS_REGION, and --endpoint as http://HOST:PORT if the stream is not on AWS. No client for Kinesis could be made: %s"
              .formatted(brief(e.getMessage())));
    }
  }

  /** Without the list of all that the SDK has tried. */
  private static String brief(@Nullable String message) {
    String text = String.valueOf(message);
    int list = text.indexOf(": [");
    return list < 0 ? text : text.substring(0, list);
  }

  private static URI web(URI endpoint) {
    boolean isWeb = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    if (!isWeb || endpoint.getHost() == null) {
      throw new UserError(
          "--endpoint is %s; it must be http://HOST:PORT or https://HOST:PORT."
              .formatted(endpoint));
    }
    return endpoint;
  }

  private static boolean isHere(URI endpoint) {
    try {
      return endpoint.getHost() != null
          && InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private StreamStatus status() {
    StreamId id = StreamId.of(name);
    return told(
        () ->
            client
                .describeStreamSummary(request -> request.streamName(id.name()).streamARN(id.arn()))
                .streamDescriptionSummary()
                .streamStatus());
  }

  /** Puts records; what became of each, in order. */
  List<PutRecordsResultEntry> put(List<PutRecordsRequestEntry> records) {
    StreamId id = StreamId.of(name);
    return told(
        () ->
            client
                .putRecords(
                    request -> request.streamName(id.name()).streamARN(id.arn()).records(records))
                .records());
  }

  private <T> T told(Supplier<T> call) {
    try {
      return call.get();
    } catch (ResourceNotFoundException e) {
      throw new UserError(
          "There is no stream '%s' %s: check the name, or create the stream first."
              .formatted(name, place));
    } catch (KinesisException e) {
      throw new UserError(
          "Kinesis %s refused stream '%s': %s".formatted(place, name, e.getMessage()));
    } catch (SdkClientException e) {
      throw new UserError("Kinesis %s could not be asked: %s".formatted(place, e.getMessage()));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
