package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Runs;
import io.windrow.ledger.Settler;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.world.FilingRemovals.FixesAfterwards;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** When records that are kept come to be in files, in which, and in how many. */
class FilingTest {
  private static final int COMMITS = 8;
  private static final int RECORD = 3 << 20;
  private static final int MOST = 12 << 20;
  private static final long MINUTE = 60_000;

  private final ByHand pipeline = new ByHand(new RunBounds(COMMITS));
  private final Map<String, byte[]> files = new TreeMap<>();
  private int puts;

  @Test
  void aRejectedRecordIsFiledByTheNextSettlingHoweverQuietItsShard() {
    pipeline.commitBroken("A");

    pipeline.settle(pipeline.ports().with(filing()));

    assertThat(lines()).hasSize(1);
    assertThat(names()).containsExactly("A-000000000000-000000000001.jsonl");
  }

  @Test
  void whatComesWithinAMinuteAfterAFileIsFiledTogether() {
    pipeline.commitBroken("A");
    pipeline.settle(pipeline.ports().with(filing()));
    for (int second = 10; second < 60; second += 10) {
      pipeline.pass(10_000);
      pipeline.commitBroken("A");
      pipeline.settle(pipeline.ports().with(filing()));
      assertThat(files).hasSize(1);
    }

    pipeline.pass(10_000);
    pipeline.settle(pipeline.ports().with(filing()));

    assertThat(lines()).hasSize(6);
    assertThat(names())
        .containsExactly("A-000000000000-000000000001.jsonl", "A-000000000002-000000000006.jsonl");
  }

  /** A busy shard fills runs faster than minutes pass. */
  @Test
  void aRunThatIsWholeIsFiledAtOnceAndPassesOverWhatKeepsNothing() {
    pipeline.commitBroken("A");
    pipeline.settle(pipeline.ports().with(filing()));
    for (int commit = 2; commit < 5 * COMMITS; commit++) {
      pipeline.commit("A", 5);
    }
    pipeline.commitBroken("A");
    for (int commit = 1; commit < COMMITS; commit++) {
      pipeline.commit("A", 5);
    }

    pipeline.settle(pipeline.ports().with(filing()));

    assertThat(lines()).hasSize(2);
    assertThat(names())
        .containsExactly("A-000000000000-000000000001.jsonl", "A-000000000040-000000000047.jsonl");
    assertThat(pipeline.state().runs().filed("A").before()).isEqualTo(6 * COMMITS);
  }

  @Test
  void whoFilesAfterACrashPutsTheSameFile() {
    fileTwiceWithACrashBetween(UnaryOperator.identity());

    assertThat(lines()).hasSize(3).doesNotHaveDuplicates();
    assertThat(names())
        .containsExactly("A-000000000000-000000000001.jsonl", "A-000000000002-000000000003.jsonl");
    assertThat(puts).isEqualTo(3);
  }

  @Test
  void unlessWhatIsFiledIsFixedFirstARecordComesToBeInTwoFiles() {
    fileTwiceWithACrashBetween(FixesAfterwards::new);

    assertThat(lines()).hasSize(4);
  }

  /** The first settling dies when it has put its file, and more comes before the next. */
  private void fileTwiceWithACrashBetween(UnaryOperator<Runs> removal) {
    Runs runs = pipeline.ports().runs();
    pipeline.commitBroken("A");
    assertThatThrownBy(
            () ->
                pipeline.settle(pipeline.ports().with(dyingAfterwards()).with(removal.apply(runs))))
        .isInstanceOf(Crash.class);
    pipeline.commitBroken("A");
    pipeline.commitBroken("A");
    for (int minute = 0; minute < 2; minute++) {
      pipeline.pass(MINUTE);
      pipeline.settle(pipeline.ports().with(filing()).with(removal.apply(runs)));
    }
  }

  /** Once there is a way to S3 again, nothing is missing; and runs were made all the while. */
  @Test
  void whatIsNotFiledYetIsNotRetired() {
    Quarantine away =
        (name, content) -> {
          throw new SimulatedException("there is no way to S3");
        };
    pipeline.commitBroken("A");
    for (int commit = 1; commit < 3 * COMMITS; commit++) {
      pipeline.commit("A", 10L * commit);
    }
    for (int settling = 0; settling < 2; settling++) {
      assertThatThrownBy(() -> pipeline.settle(pipeline.ports().with(away)))
          .isInstanceOf(SimulatedException.class);
    }
    assertThat(pipeline.manifests()).contains("1.0", "1.1");
    assertThat(pipeline.state().ledger().untimed("A")).hasSize(3 * COMMITS);

    pipeline.settle(pipeline.ports().with(filing()));
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeLessThanOrEqualTo(COMMITS + 1);
    assertThat(lines()).hasSize(1);
  }

  /** An environment that was idle for days goes by a mark from before. */
  @Test
  void whoComesBackAfterDaysFilesOnWhereOthersHaveCome() {
    Settler old = pipeline.settler(pipeline.ports().with(filing()));
    pipeline.commitBroken("A");
    pipeline.settle(old);
    for (int commit = 1; commit < 4 * COMMITS; commit++) {
      pipeline.commitBroken("A");
      pipeline.commit("A", 10L * commit);
      pipeline.settle(pipeline.ports().with(filing()));
    }
    pipeline.vanish();
    pipeline.commitBroken("A");

    pipeline.settle(old);

    assertThat(lines()).hasSize(4 * COMMITS + 1).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatKeepsMuchIsFiledInVolumesEachRecordOnce() {
    for (int record = 1; record < COMMITS; record++) {
      pipeline.commitBroken("A", RECORD + record);
    }

    pipeline.settle(pipeline.ports().with(filing()));

    assertThat(files.keySet()).allMatch(name -> name.startsWith("reason=json.malformed/"));
    assertThat(files).hasSizeGreaterThan(1).hasSize(puts);
    assertThat(files.values()).allMatch(file -> file.length < MOST);
    assertThat(lines()).hasSize(COMMITS - 1).doesNotHaveDuplicates();
  }

  private Quarantine filing() {
    return (name, content) -> {
      puts++;
      byte[] before = files.put(name, content);
      assertThat(before == null ? content : before).as(name).isEqualTo(content);
    };
  }

  private Quarantine dyingAfterwards() {
    Quarantine filing = filing();
    return (name, content) -> {
      filing.put(name, content);
      throw new Crash();
    };
  }

  private List<String> names() {
    return files.keySet().stream().map(name -> name.substring(name.lastIndexOf('/') + 1)).toList();
  }

  private List<String> lines() {
    return files.values().stream()
        .flatMap(file -> new String(file, StandardCharsets.UTF_8).lines())
        .toList();
  }
}
