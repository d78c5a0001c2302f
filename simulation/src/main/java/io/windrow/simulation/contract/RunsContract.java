package io.windrow.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Filed;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Manifest.Part;
import io.windrow.ledger.Payload;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import io.windrow.ledger.Runs.PartKey;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is promised about where compaction keeps runs. */
public abstract class RunsContract {
  private static final String SHARD = "shardId-000000000000";

  private static final long DAY = 24 * 3_600_000L;

  /** Runs of a pipeline that has none; the same throughout a test. */
  protected abstract Runs runs();

  /** Has the store delete what has expired by then, as it may at any time after. */
  protected abstract void deleteExpired(long now);

  @Test
  void aShardThatWasNeverCompactedHasNoRuns() {
    assertThat(runs().manifests(SHARD, 1, 0)).isEmpty();
    assertThat(runs().latest(SHARD, 1)).isEmpty();
    assertThat(runs().retired(SHARD)).isEqualTo(Retired.NONE);
  }

  @Test
  void aManifestIsReadAsItWasPut() {
    Manifest empty = new Manifest(new RunId(SHARD, 1, 0), "a", 63, Watermark.NONE, List.of());
    Manifest full =
        new Manifest(
            new RunId(SHARD, 1, 1),
            "b",
            90,
            2_000,
            List.of(
                new Part(0, "per-ad", "f1", -640, 1_000, new Payload.Parts(1)),
                new Part(1, "per-ad", "f1", 0, 2_000, new Payload.Inline(new byte[] {1, 2})),
                new Part(2, "per-user", "f2", 0, 2_000, new Payload.Parts(3)),
                new Part(3, "per-user", "f2", 9, 2_000, new Payload.Inline(new byte[] {3}))));

    runs().putManifest(empty);
    runs().putManifest(full);

    assertThat(runs().manifests(SHARD, 1, 0))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(empty, full);
    assertThat(runs().manifests(SHARD, 1, 1))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(full);
  }

  @Test
  void manifestsStopBeforeAGap() {
    LongStream.of(0, 1, 3, 4).forEach(number -> runs().putManifest(manifest(1, number, 1)));

    assertThat(numbers(runs().manifests(SHARD, 1, 0))).containsExactly(0L, 1L);
    assertThat(runs().manifests(SHARD, 1, 2)).isEmpty();
    assertThat(numbers(runs().manifests(SHARD, 1, 3))).containsExactly(3L, 4L);
  }

  @Test
  void manyManifestsAreReadInPagesThatLeaveNothingOut() {
    for (long number = 0; number < 25; number++) {
      runs().putManifest(manifest(1, number, 600));
    }

    List<Long> read = new ArrayList<>();
    int pages = 0;
    for (List<Manifest> page = runs().manifests(SHARD, 1, 0);
        !page.isEmpty();
        page = runs().manifests(SHARD, 1, read.size())) {
      read.addAll(numbers(page));
      pages++;
    }

    assertThat(read).containsExactlyElementsOf(LongStream.range(0, 25).boxed().toList());
    assertThat(pages).isGreaterThan(1);
  }

  @Test
  void theLatestIsTheGreatestNumberOfItsLevel() {
    LongStream.rangeClosed(0, 11).forEach(number -> runs().putManifest(manifest(1, number, 1)));
    runs().putManifest(manifest(2, 0, 1));

    assertThat(runs().latest(SHARD, 1)).hasValue(11L);
    assertThat(runs().latest(SHARD, 2)).hasValue(0L);
    assertThat(runs().latest(SHARD, 3)).isEmpty();
    assertThat(runs().latest("shardId-000000000001", 1)).isEmpty();
  }

  @Test
  void itemsOfPartsAreKeptByRunTokenPartAndItem() {
    RunId run = new RunId(SHARD, 1, 11);
    RunId another = new RunId(SHARD, 11, 1);
    runs().putPart(key(run, 1), 0, new byte[] {1});
    runs().putPart(key(run, 1), 0, new byte[] {1});
    runs().putPart(key(run, 1), 1, new byte[] {2});
    runs().putPart(key(another, 1), 0, new byte[] {3});
    runs().putPart(new PartKey(run, "b", 1), 0, new byte[] {4});

    assertThat(runs().part(key(run, 1), 0)).hasValue(new byte[] {1});
    assertThat(runs().part(key(run, 1), 1)).hasValue(new byte[] {2});
    assertThat(runs().part(key(another, 1), 0)).hasValue(new byte[] {3});
    assertThat(runs().part(new PartKey(run, "b", 1), 0)).hasValue(new byte[] {4});
    assertThat(runs().part(key(run, 1), 2)).isEmpty();
    assertThat(runs().part(key(run, 0), 0)).isEmpty();
  }

  @Test
  void manyCompactionsOfOneRunLeaveOne() {
    Manifest manifest = manifest(1, 0, 3);

    AtOnce.run(
        8,
        writer -> {
          runs().putPart(key(manifest.run(), 0), 0, new byte[] {7});
          runs().putManifest(manifest);
          return writer;
        });

    assertThat(runs().manifests(SHARD, 1, 0)).containsExactly(manifest);
    assertThat(runs().part(key(manifest.run(), 0), 0)).hasValue(new byte[] {7});
  }

  @Test
  void whatIsRetiredMovesForwardOnly() {
    runs().retire(SHARD, 128);
    runs().retire(SHARD, 64);
    assertThat(runs().retired(SHARD)).isEqualTo(new Retired(128, Map.of()));

    AtOnce.run(
        8,
        writer -> {
          runs().retire(SHARD, 64L * writer);
          runs().retireRuns(SHARD, 1, writer);
          return writer;
        });

    assertThat(runs().retired(SHARD)).isEqualTo(new Retired(64 * 7, Map.of(1, 7L)));
    assertThat(runs().retired("shardId-000000000001")).isEqualTo(Retired.NONE);
  }

  @Test
  void howFarAChainIsFiledIsReplacedByWhoKnowsIt() {
    assertThat(runs().filed(SHARD)).isEqualTo(Filed.NONE);
    Filed fixed = new Filed(0, 12, 1_000);

    assertThat(runs().replaceFiled(SHARD, new Filed(0, 5, 900), fixed)).isFalse();
    assertThat(runs().replaceFiled(SHARD, Filed.NONE, fixed)).isTrue();
    assertThat(runs().replaceFiled(SHARD, Filed.NONE, new Filed(0, 13, 2_000))).isFalse();
    assertThat(runs().filed(SHARD)).isEqualTo(fixed);
    assertThat(runs().replaceFiled(SHARD, fixed, new Filed(12, 12, 1_000))).isTrue();
    assertThat(runs().filed(SHARD)).isEqualTo(new Filed(12, 12, 1_000));
    assertThat(runs().filed("shardId-000000000001")).isEqualTo(Filed.NONE);
  }

  @Test
  void ofManyWhoFixWhatIsFiledNextOneDoes() {
    List<Boolean> fixed =
        AtOnce.run(
            8, writer -> runs().replaceFiled(SHARD, Filed.NONE, new Filed(0, writer + 1L, 1)));

    assertThat(fixed).containsOnlyOnce(true);
  }

  @Test
  void runsOfEachLevelAreRetiredApart() {
    runs().retireRuns(SHARD, 2, 3);
    runs().retireRuns(SHARD, 1, 192);
    runs().retireRuns(SHARD, 2, 1);

    assertThat(runs().retired(SHARD)).isEqualTo(new Retired(0, Map.of(1, 192L, 2, 3L)));
  }

  @Test
  void aRunVanishesWithItsPartsWhenItsTimeHasCome() {
    Manifest run =
        new Manifest(new RunId(SHARD, 1, 0), "a", 63, 1, List.of(part(0, 2), part(1, 1)));
    Manifest next = new Manifest(new RunId(SHARD, 1, 1), "b", 127, 1, List.of(part(0, 1)));
    List.of(run, next).forEach(this::putWhole);

    runs().expire(run, DAY);
    deleteExpired(DAY - 1000);
    assertThat(runs().manifests(SHARD, 1, 0)).containsExactly(run, next);
    deleteExpired(DAY);

    assertThat(runs().manifests(SHARD, 1, 0)).isEmpty();
    assertThat(runs().part(key(run.run(), 0), 0)).isEmpty();
    assertThat(runs().part(key(run.run(), 0), 1)).isEmpty();
    assertThat(runs().part(key(run.run(), 1), 0)).isEmpty();
    assertThat(runs().manifests(SHARD, 1, 1)).containsExactly(next);
    assertThat(runs().part(new PartKey(next.run(), "b", 0), 0)).isPresent();
    assertThat(runs().latest(SHARD, 1)).hasValue(1L);
  }

  private void putWhole(Manifest manifest) {
    for (Part part : manifest.parts()) {
      for (int item = 0; item < part.payload().items(); item++) {
        runs().putPart(manifest.key(part), item, new byte[] {1});
      }
    }
    runs().putManifest(manifest);
  }

  private static PartKey key(RunId run, int number) {
    return new PartKey(run, "a", number);
  }

  private static Part part(int number, int items) {
    return new Part(number, "per-ad", "f", number, 1, new Payload.Parts(items));
  }

  private static Manifest manifest(int level, long number, int parts) {
    return new Manifest(
        new RunId(SHARD, level, number),
        "a",
        number * 64 + 63,
        1_000,
        IntStream.range(0, parts)
            .mapToObj(
                part -> new Part(part, "per-ad", "f".repeat(64), part, 1_000, new Payload.Parts(1)))
            .toList());
  }

  private static List<Long> numbers(List<Manifest> manifests) {
    return manifests.stream().map(manifest -> manifest.run().number()).toList();
  }
}
