package io.windrow.local.kinesis;

import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.TRIM_HORIZON;

import java.math.BigInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kinesis.model.ScalingType;

/** What the endpoint must do, as the SDK's client sees it in either wire format. */
@ParameterizedClass
@EnumSource(Speech.class)
abstract class KinesisConformance {
  static final String STREAM = "clicks";
  static final String FIRST = "shardId-000000000000";
  static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/clicks";
  static final BigInteger MIDDLE = BigInteger.ONE.shiftLeft(127);

  @Parameter Speech speech = Speech.CBOR;

  EndpointFixture kinesis;

  @BeforeEach
  void start() {
    speech.use();
    kinesis = new EndpointFixture(Throughput.unlimited());
  }

  @AfterEach
  void stop() {
    kinesis.close();
    Speech.useDefault();
  }

  String trimHorizon(String shard) {
    return kinesis.iterator(STREAM, shard, r -> r.shardIteratorType(TRIM_HORIZON));
  }

  int scale(int target) {
    return kinesis
        .client
        .updateShardCount(
            r ->
                r.streamName(STREAM)
                    .targetShardCount(target)
                    .scalingType(ScalingType.UNIFORM_SCALING))
        .currentShardCount();
  }

  /** Splits the first shard of the stream in the middle of all hash keys. */
  void splitFirst() {
    kinesis.client.splitShard(
        r -> r.streamName(STREAM).shardToSplit(FIRST).newStartingHashKey(MIDDLE.toString()));
  }
}
