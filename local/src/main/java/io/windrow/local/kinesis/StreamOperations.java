package io.windrow.local.kinesis;

import io.windrow.local.kinesis.StreamSpec.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations that create, delete, list and describe streams. */
final class StreamOperations {
  private static final int MOST = 10_000;
  private static final int MOST_RETURNED = 100;
  private static final int KIB = 1024;

  private final KinesisStreams streams;

  StreamOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "CreateStream", this::create,
        "DeleteStream", this::delete,
        "DescribeStream", this::describe,
        "DescribeStreamSummary", this::summarize,
        "ListStreams", this::list,
        "DescribeLimits", this::limits);
  }

  private Structure create(Request request) {
    String name = request.text("StreamName", TextRule.STREAM_NAME);
    Mode mode = modeIn(request.optionalStructure("StreamModeDetails"));
    int recordBytes =
        KIB
            * request
                .optionalInteger(
                    "MaxRecordSizeInKiB", StreamSpec.LEAST_RECORD_KIB, StreamSpec.MOST_RECORD_KIB)
                .orElse(StreamSpec.LEAST_RECORD_KIB);
    streams.create(
        new StreamSpec(name, mode, shardCount(request, mode), recordBytes, request.tags("Tags")));
    return new Structure();
  }

  private static Mode modeIn(@Nullable Request details) {
    return details == null ? Mode.PROVISIONED : details.choice("StreamMode", Mode.class);
  }

  private static int shardCount(Request request, Mode mode) {
    if (mode == Mode.PROVISIONED) {
      return request.integer("ShardCount", 1, Integer.MAX_VALUE);
    }
    if (request.has("ShardCount")) {
      throw KinesisError.validation("ShardCount must not be given for a stream in ON_DEMAND mode.");
    }
    return StreamSpec.ON_DEMAND_SHARDS;
  }

  private Structure delete(Request request) {
    streams.delete(StreamReference.in(request, streams).name());
    return new Structure();
  }

  private Structure describe(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    int limit = limit(request);
    String after = request.optionalText("ExclusiveStartShardId", TextRule.SHARD_ID);
    Page<Shard> page =
        Page.of(
            stream.shards().stream().filter(s -> after == null || s.id().compareTo(after) > 0),
            limit);
    Structure description =
        basics(stream)
            .with("Shards", page.elements().stream().map(ShardStructure::of).toList())
            .with("HasMoreShards", page.hasMore());
    return new Structure().with("StreamDescription", description);
  }

  private static int limit(Request request) {
    return Math.min(request.optionalInteger("Limit", 1, MOST).orElse(MOST_RETURNED), MOST_RETURNED);
  }

  private Structure summarize(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    Structure summary =
        basics(stream)
            .with("OpenShardCount", stream.openShards().size())
            .with("ConsumerCount", stream.consumers().size())
            .with("MaxRecordSizeInKiB", stream.maxRecordBytes() / KIB);
    return new Structure().with("StreamDescriptionSummary", summary);
  }

  private static Structure basics(KinesisStream stream) {
    return identity(stream)
        .with("RetentionPeriodHours", stream.retentionHours())
        .with("EnhancedMonitoring", List.of(new Structure().with("ShardLevelMetrics", List.of())))
        .with("EncryptionType", "NONE");
  }

  private static Structure identity(KinesisStream stream) {
    return new Structure()
        .with("StreamName", stream.name())
        .with("StreamARN", stream.arn())
        .with("StreamStatus", "ACTIVE")
        .with("StreamModeDetails", new Structure().with("StreamMode", stream.mode()))
        .with("StreamCreationTimestamp", Instant.ofEpochMilli(stream.createdAt()));
  }

  private Structure list(Request request) {
    int limit = limit(request);
    String token = request.optionalText("NextToken", TextRule.NEXT_TOKEN);
    String start = request.optionalText("ExclusiveStartStreamName", TextRule.STREAM_NAME);
    String after = token == null ? start : ListToken.parse(token, streams.now()).after();
    Page<KinesisStream> page =
        Page.of(
            streams.all().stream().filter(s -> after == null || s.name().compareTo(after) > 0),
            limit);
    return new Structure()
        .with("StreamNames", page.elements().stream().map(KinesisStream::name).toList())
        .with("StreamSummaries", page.elements().stream().map(StreamOperations::identity).toList())
        .with("HasMoreStreams", page.hasMore())
        .with("NextToken", page.hasMore() ? tokenAfter(page) : null);
  }

  private String tokenAfter(Page<KinesisStream> page) {
    return ListToken.ofStreams(page.last().name(), streams.now()).token();
  }

  private Structure limits(Request request) {
    return new Structure()
        .with("ShardLimit", Account.SHARDS)
        .with("OpenShardCount", streams.openShards())
        .with("OnDemandStreamCount", streams.onDemandStreams())
        .with("OnDemandStreamCountLimit", Account.ON_DEMAND_STREAMS);
  }
}
