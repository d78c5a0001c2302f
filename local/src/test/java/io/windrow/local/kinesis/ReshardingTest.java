package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class ReshardingTest {

  @Property(tries = 200)
  void anyScalingsLeaveEqualShardsThatCoverAllHashKeysOnce(
      @ForAll @IntRange(min = 1, max = 20) int first,
      @ForAll @NotEmpty @Size(max = 8) List<@IntRange(min = 50, max = 200) Integer> percents) {
    KinesisStream stream = stream(first);
    int count = first;

    for (int percent : percents) {
      count = Math.max((count + 1) / 2, count * percent / 100);
      stream.updateShardCount(count);
    }

    assertThat(stream.openShards()).extracting(Shard::range).isEqualTo(HashRange.uniform(count));
  }

  @Property(tries = 50)
  void everyRecordOfAKeyIsReadInOrderAlongItsLineOfShards(
      @ForAll @IntRange(min = 1, max = 6) int first,
      @ForAll @Size(max = 5) List<@IntRange(min = 50, max = 200) Integer> percents) {
    KinesisStream stream = stream(first);
    Map<String, Integer> puts = new HashMap<>();
    int count = first;
    putAll(stream, puts);
    for (int percent : percents) {
      count = Math.max((count + 1) / 2, count * percent / 100);
      stream.updateShardCount(count);
      putAll(stream, puts);
    }

    Map<String, Integer> read = new HashMap<>();
    for (Shard shard : stream.shards()) {
      // shards are made after their parents, so this is a line's order
      for (StoredRecord record : shard.log().read(0, 10_000, Long.MAX_VALUE).records()) {
        int expected = read.merge(record.partitionKey(), 1, Integer::sum);
        assertThat((int) record.data()[0]).isEqualTo(expected);
      }
    }
    assertThat(read).isEqualTo(puts);
  }

  @Example
  void theSamePutsAndReshardingsGiveTheSameNumbers() {
    assertThat(numbersOfARun()).isEqualTo(numbersOfARun());
  }

  private static List<SequenceNumber> numbersOfARun() {
    KinesisStream stream = stream(2);
    putAll(stream, new HashMap<>());
    stream.split(stream.openShards().get(0).id(), BigInteger.TEN.pow(30));
    putAll(stream, new HashMap<>());
    return stream.shards().stream()
        .flatMap(shard -> shard.log().read(0, 10_000, Long.MAX_VALUE).records().stream())
        .map(StoredRecord::sequenceNumber)
        .toList();
  }

  private static void putAll(KinesisStream stream, Map<String, Integer> puts) {
    for (int i = 0; i < 10; i++) {
      String key = "key-" + i;
      int nth = puts.merge(key, 1, Integer::sum);
      stream.put(new PutRequest(key, new byte[] {(byte) nth}));
    }
  }

  private static KinesisStream stream(int shards) {
    return new KinesisStreams(new SettableClock()).create(StreamSpec.provisioned("clicks", shards));
  }
}
