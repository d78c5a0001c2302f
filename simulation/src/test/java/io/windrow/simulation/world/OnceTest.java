package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Committed;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Results;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import io.windrow.view.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What has been told to others is told once: a result that was announced stays as it is, and a
 * record that was received is not told as redelivered.
 */
class OnceTest {
  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);
  private final Map<String, Result> stored = new TreeMap<>();

  @Test
  void aResultThatIsThereStays() {
    closeWhileAShardIsLost(result -> stored.putIfAbsent(result.id(), result));

    assertThat(stored.values()).extracting(Result::incomplete).containsOnly(true);
  }

  @Test
  void withoutAConditionOnResultsOneThatWasAnnouncedChanges() {
    closeWhileAShardIsLost(result -> stored.put(result.id(), result));

    assertThat(stored.values()).extracting(Result::incomplete).contains(false);
  }

  /** A closer is about to put a result; before it does, B is lost, and another closes for it. */
  private void closeWhileAShardIsLost(Consumer<Result> put) {
    pipeline.commit("A", 1, 15);
    pipeline.commit("B", 12);
    Results plain = results -> results.forEach(put);
    Results paused =
        new Results() {
          private boolean over;

          @Override
          public void put(List<Result> results) {
            if (!over) {
              over = true;
              Source withoutB = new Dropped(pipeline.stream(), "B");
              pipeline.settle(pipeline.ports().with(withoutB).with(plain));
            }
            plain.put(results);
          }
        };
    pipeline.settle(pipeline.ports().with(paused));
  }

  private record Dropped(Source real, String shard) implements Source {
    @Override
    public List<Shard> shards() {
      return real.shards().stream().filter(listed -> !listed.id().equals(shard)).toList();
    }

    @Override
    public Probe probe(String asked, @Nullable Position after) {
      return asked.equals(shard) ? new Probe.Gone() : real.probe(asked, after);
    }
  }

  @Test
  void aWriterWhoseAnswerWasLostKnowsItsOwnCommit() {
    Committed committed = commitTwice(UnaryOperator.identity());

    assertThat(committed.counts().received()).isEqualTo(1);
    assertThat(committed.redelivered()).isZero();
  }

  @Test
  void withoutItsTokenAWriterTakesWhatItReceivedForRedelivered() {
    Committed committed = commitTwice(ForgetsWriters::new);

    assertThat(committed.counts().received()).isZero();
    assertThat(committed.redelivered()).isEqualTo(1);
    assertThat(pipeline.accepted()).isEqualTo(1);
  }

  /** The client puts again what it had put, and is told that an entry is there. */
  private Committed commitTwice(UnaryOperator<Ledger> removal) {
    Ledger twice = new AppendsTwice(pipeline.ports().ledger());
    return pipeline.commit(pipeline.ports().with(removal.apply(twice)), "A", 1);
  }

  private static final class AppendsTwice extends ForwardingLedger {
    AppendsTwice(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      real.append(shard, entry);
      return real.append(shard, entry);
    }
  }

  /** Says of every entry in the way that another wrote it. */
  private static final class ForgetsWriters extends ForwardingLedger {
    ForgetsWriters(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      Entry inTheWay = real.append(shard, entry);
      return inTheWay instanceof Entry.Commit commit ? another(commit) : inTheWay;
    }

    private static Entry another(Entry.Commit commit) {
      return new Entry.Commit(
          commit.index(),
          "another",
          commit.generation(),
          commit.position(),
          commit.insideRecord(),
          commit.watermark(),
          commit.closes(),
          commit.counts(),
          commit.reference(),
          commit.payload());
    }
  }
}
