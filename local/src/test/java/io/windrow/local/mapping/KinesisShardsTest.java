package io.windrow.local.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.KinesisStreams;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.mapping.StartingPosition.AtTimestamp;
import io.windrow.local.mapping.StartingPosition.Latest;
import io.windrow.local.mapping.StartingPosition.TrimHorizon;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KinesisShardsTest {
  private static final String FIRST = "shardId-000000000000";

  private final AtomicLong seconds = new AtomicLong();
  private final KinesisStream stream =
      new KinesisStreams(() -> Instant.ofEpochSecond(seconds.incrementAndGet()))
          .create(StreamSpec.provisioned("clicks", 1));
  private final KinesisShards shards = new KinesisShards(stream);

  @Test
  void aReaderGivesTheRecordsInTheirOrder() {
    put("a", "b", "c");
    ShardReader reader = shards.open(FIRST, new TrimHorizon());

    assertThat(read(reader, 2)).containsExactly("a", "b");
    assertThat(reader.atTip()).isFalse();
    assertThat(read(reader, 2)).containsExactly("c");
    assertThat(reader.atTip()).isTrue();
    assertThat(read(reader, 2)).isEmpty();
    assertThat(reader.ended()).isFalse();
  }

  @Test
  void fromLatestOnlyWhatIsPutLaterIsRead() {
    put("a");
    ShardReader reader = shards.open(FIRST, new Latest());
    put("b");

    assertThat(read(reader, 9)).containsExactly("b");
  }

  @Test
  void fromATimestampWhatArrivedSinceIsRead() {
    put("a", "b");
    long arrival = shards.open(FIRST, new TrimHorizon()).read(2).get(1).arrival();

    assertThat(read(shards.open(FIRST, new AtTimestamp(arrival)), 9)).containsExactly("b");
  }

  @Test
  void aShardThatWasSplitEndsAfterItsLastRecordAndHasChildren() {
    put("a");
    ShardReader reader = shards.open(FIRST, new TrimHorizon());

    stream.split(FIRST, BigInteger.TWO.pow(127));

    assertThat(reader.ended()).isFalse();
    assertThat(read(reader, 9)).containsExactly("a");
    assertThat(reader.ended()).isTrue();
    assertThat(shards.list())
        .extracting(Shards.Shard::parents)
        .containsExactly(List.of(), List.of(FIRST), List.of(FIRST));
  }

  @Test
  void whoWaitsAtAnEndedShardGoesOnAtOnce() throws InterruptedException {
    ShardReader reader = shards.open(FIRST, new TrimHorizon());
    stream.split(FIRST, BigInteger.TWO.pow(127));

    reader.await(Duration.ofDays(1));

    assertThat(read(reader, 9)).isEmpty();
    assertThat(reader.ended()).isTrue();
  }

  private void put(String... payloads) {
    for (String each : payloads) {
      assertThat(stream.put(new PutRequest("key", each.getBytes(UTF_8)))).isNotNull();
    }
  }

  private static List<String> read(ShardReader reader, int atMost) {
    return reader.read(atMost).stream().map(each -> new String(each.data(), UTF_8)).toList();
  }
}
