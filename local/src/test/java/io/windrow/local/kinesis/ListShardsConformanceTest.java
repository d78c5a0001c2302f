package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ExpiredNextTokenException;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** Which shards are listed, page by page. */
class ListShardsConformanceTest extends KinesisConformance {

  @Test
  void shardsAreListedPageByPage() {
    kinesis.create(STREAM, 5);

    List<String> listed = new ArrayList<>();
    ListShardsResponse page = kinesis.client.listShards(r -> r.streamName(STREAM).maxResults(2));
    page.shards().forEach(shard -> listed.add(shard.shardId()));
    while (page.nextToken() != null) {
      String token = page.nextToken();
      page = kinesis.client.listShards(r -> r.nextToken(token).maxResults(2));
      page.shards().forEach(shard -> listed.add(shard.shardId()));
    }

    assertThat(listed).hasSize(5).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aListTokenIsRefusedWithAStreamsNameAndAfterFiveMinutes() {
    kinesis.create(STREAM, 2);
    String token = kinesis.client.listShards(r -> r.streamName(STREAM).maxResults(1)).nextToken();

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> kinesis.client.listShards(r -> r.streamName(STREAM).nextToken(token)));
    kinesis.clock.advance(Duration.ofMinutes(6));
    assertThatExceptionOfType(ExpiredNextTokenException.class)
        .isThrownBy(() -> kinesis.client.listShards(r -> r.nextToken(token)));
  }

  @Test
  void shardFiltersPickByStateAndTime() {
    kinesis.create(STREAM, 1);
    kinesis.clock.advance(Duration.ofHours(1));
    splitFirst();
    kinesis.clock.advance(Duration.ofHours(1));

    assertThat(listed(ShardFilterType.FROM_TRIM_HORIZON, 0)).containsExactly("0", "1", "2");
    assertThat(listed(ShardFilterType.AT_TRIM_HORIZON, 0)).containsExactly("0");
    assertThat(listed(ShardFilterType.AT_LATEST, 0)).containsExactly("1", "2");
    assertThat(listed(ShardFilterType.AT_TIMESTAMP, 30)).containsExactly("0");
    assertThat(listed(ShardFilterType.AT_TIMESTAMP, 90)).containsExactly("1", "2");
    assertThat(listed(ShardFilterType.FROM_TIMESTAMP, 90)).containsExactly("1", "2");
    assertThat(listed(ShardFilterType.AFTER_SHARD_ID, 0)).containsExactly("1", "2");
  }

  /** The last digits of the shards that a filter lets through, a time being minutes from start. */
  private List<String> listed(ShardFilterType type, int minutes) {
    return kinesis
        .client
        .listShards(
            r ->
                r.streamName(STREAM)
                    .shardFilter(
                        f -> {
                          f.type(type);
                          if (minutes > 0) {
                            f.timestamp(SettableClock.START.plus(Duration.ofMinutes(minutes)));
                          }
                          if (type == ShardFilterType.AFTER_SHARD_ID) {
                            f.shardId(FIRST);
                          }
                        }))
        .shards()
        .stream()
        .map(shard -> shard.shardId().substring(shard.shardId().length() - 1))
        .toList();
  }
}
