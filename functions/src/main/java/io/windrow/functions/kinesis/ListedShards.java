package io.windrow.functions.kinesis;

import io.windrow.record.Position;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;

/** The shards that a stream lists, and what they say of the stream. */
final class ListedShards {
  private static final int SERVER_ERROR = 500;

  private final KinesisClient client;
  private final StreamId stream;
  private volatile Set<String> listed = Set.of();
  private volatile Set<String> identified = Set.of();
  private volatile String identity = "";

  ListedShards(KinesisClient client, StreamId stream) {
    this.client = client;
    this.stream = stream;
  }

  List<Shard> list() {
    ListShardsRequest first =
        ListShardsRequest.builder().streamName(stream.name()).streamARN(stream.arn()).build();
    List<Shard> shards =
        Stream.iterate(
                client.listShards(first),
                Objects::nonNull,
                page -> page.nextToken() == null ? null : page(page.nextToken()))
            .flatMap(page -> page.shards().stream())
            .toList();
    listed =
        shards.stream()
            .map(shard -> shard.shardId() + " " + begin(shard))
            .collect(Collectors.toSet());
    return shards;
  }

  private ListShardsResponse page(String token) {
    return client.listShards(request -> request.nextToken(token));
  }

  private static String begin(Shard shard) {
    return shard.sequenceNumberRange().startingSequenceNumber();
  }

  /** Whether a shard begins past a position, which is then one of a former stream's. */
  boolean beginsPast(String id, Position position) {
    return list().stream()
        .filter(shard -> shard.shardId().equals(id))
        .anyMatch(shard -> Position.compareSequences(position.sequence(), begin(shard)) < 0);
  }

  /**
   * The stream's ARN and the time at which it was made; empty while Kinesis does not say.
   *
   * <p>It is asked anew only when other shards were listed, or the same with other beginnings,
   * since an account has few such calls a second (Amazon Kinesis Data Streams API Reference,
   * "DescribeStreamSummary").
   */
  String identity() {
    Set<String> shards = listed;
    if (identity.isEmpty() || !shards.equals(identified)) {
      identity = described();
      identified = shards;
    }
    return identity;
  }

  private String described() {
    try {
      StreamDescriptionSummary summary =
          client
              .describeStreamSummary(
                  request -> request.streamName(stream.name()).streamARN(stream.arn()))
              .streamDescriptionSummary();
      return "%s of %s".formatted(summary.streamARN(), summary.streamCreationTimestamp());
    } catch (SdkClientException | LimitExceededException e) {
      return "";
    } catch (SdkServiceException e) {
      return orThrow(e, "");
    }
  }

  /** What to go on with for now, if the service is busy or out of order. */
  static <T> T orThrow(SdkServiceException e, T unanswered) {
    if (e.isThrottlingException() || e.statusCode() >= SERVER_ERROR) {
      return unanswered;
    }
    throw e;
  }
}
