package io.windrow.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.functions.AwsClients;
import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.KinesisStreams;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.kinesis.Shard;
import io.windrow.local.kinesis.StreamSpec;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeededReshardingTest {
  private static final int SEEDS = 20;
  private static final int RECORDS = 3_000;

  private final KinesisStreams streams = new KinesisStreams(InstantSource.system());
  private final List<Fault> struck = new ArrayList<>();
  private KinesisEndpoint endpoint;
  private AwsClients clients;

  @BeforeEach
  void start() {
    endpoint = KinesisEndpoint.start(streams, 0);
    clients = AwsClients.local(URI.create("http://localhost:1"), endpoint.uri());
  }

  @AfterEach
  void stop() {
    clients.close();
    endpoint.close();
  }

  @Test
  void noRecordComesToAShardSetAside() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Resharded resharded = reshard(seed, 10);

      assertThat(resharded.stream.shards())
          .filteredOn(shard -> resharded.resharding.isSetAside(shard.id()))
          .isNotEmpty()
          .allSatisfy(shard -> assertThat(shard.log().tip()).isEqualTo(shard.log().start()));
    }
    assertThat(struck).contains(Fault.SPLIT, Fault.MERGE);
  }

  @Test
  void aShardSetAsideIsTakenBackOnlyWhenItHasRisen() {
    int risen = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(takenBack(reshard(seed, 9))).isZero();
      risen += takenBack(reshard(seed, 10));
    }
    assertThat(risen).isPositive();
  }

  @Test
  void theSeedDecidesAtWhichRecordsWhatIsDone() {
    assertThat(reshard(7, 10).ranges()).isEqualTo(reshard(7, 10).ranges());
    assertThat(reshard(7, 10).ranges()).isNotEqualTo(reshard(8, 10).ranges());
  }

  /** How many merges joined a shard that took records with one that did not. */
  private static int takenBack(Resharded resharded) {
    return (int)
        resharded.stream.shards().stream()
            .map(Shard::parents)
            .filter(parents -> parents.size() == 2)
            .filter(
                parents ->
                    resharded.resharding.isSetAside(parents.get(0))
                        != resharded.resharding.isSetAside(parents.get(1)))
            .count();
  }

  /** A stream whose shards with records have the watermark 10. */
  private Resharded reshard(long seed, long ofThoseSetAside) {
    KinesisStream stream =
        streams.create(new StreamSpec("s", StreamSpec.Mode.PROVISIONED, 2, 1 << 20, Map.of()));
    Standing standing = new Standing(ofThoseSetAside);
    standing.resharding =
        new SeededResharding(
            new Random(seed), new StreamShards(clients.kinesis(), "s", struck::add), standing);
    for (int record = 0; record < RECORDS; record++) {
      stream.put(new PutRequest("key-" + record, new byte[] {1}));
      standing.resharding.put();
    }
    streams.delete("s");
    return new Resharded(stream, standing.resharding);
  }

  private record Resharded(KinesisStream stream, Resharding resharding) {
    List<String> ranges() {
      return stream.shards().stream().map(shard -> shard.id() + shard.range()).toList();
    }
  }

  /** A pipeline that has committed all, and whose empty shards rise no further. */
  private static final class Standing implements Progress {
    private final long ofThoseSetAside;
    private Resharding resharding = Resharding.NONE;

    Standing(long ofThoseSetAside) {
      this.ofThoseSetAside = ofThoseSetAside;
    }

    @Override
    public boolean isDrained() {
      return true;
    }

    @Override
    public boolean isStopped() {
      return true;
    }

    @Override
    public Optional<Long> watermark(String shard) {
      return Optional.of(resharding.isSetAside(shard) ? ofThoseSetAside : 10L);
    }

    @Override
    public void settle() {}
  }
}
