package io.windrow.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Identity;
import io.windrow.ledger.Loss;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is promised about where a frontier is kept. */
public abstract class FrontiersContract {
  private static final int WRITERS = 12;

  /** In their order: by closing, then by window, then by mark, byte by unsigned byte. */
  private static final List<Checkpoint> CHECKPOINTS =
      List.of(
          new Checkpoint(-5, 900, new byte[] {9}),
          new Checkpoint(100, 50, new byte[] {5}),
          new Checkpoint(100, 60, new byte[0]),
          new Checkpoint(100, 60, new byte[] {1}),
          new Checkpoint(100, 60, new byte[] {1, 0}),
          new Checkpoint(100, 60, new byte[] {(byte) 0x80}),
          new Checkpoint(Watermark.END, 1, new byte[] {0}));

  /** Frontiers of a pipeline that no shard has joined; the same throughout a test. */
  protected abstract Frontiers frontiers();

  @Test
  void aPipelineWithoutAFrontierHasANewOne() {
    assertThat(frontiers().read()).isEqualTo(Frontier.NEW);
    assertThat(frontiers().checkpoint()).isEmpty();
  }

  @Test
  void aFrontierIsReadAsItWasPut() {
    Frontier joined = Frontier.NEW.withMember("b").withMember("a");
    Frontier closing = joined.withClosing(Watermark.END);

    assertThat(frontiers().replace(Frontier.NEW, joined)).isTrue();
    assertThat(frontiers().read()).isEqualTo(joined);
    assertThat(frontiers().replace(joined, closing)).isTrue();
    assertThat(frontiers().read()).isEqualTo(closing);
  }

  @Test
  void itIsReplacedOnlyIfMembersClosingAndClosedAreAsExpected() {
    Frontier current = new Frontier(Set.of("a"), 200, 100);
    frontiers().replace(Frontier.NEW, current);
    Frontier next = new Frontier(Set.of("a"), 300, 200);

    assertThat(frontiers().replace(Frontier.NEW, next)).isFalse();
    assertThat(frontiers().replace(new Frontier(Set.of("a", "b"), 200, 100), next)).isFalse();
    assertThat(frontiers().replace(new Frontier(Set.of("a"), 201, 100), next)).isFalse();
    assertThat(frontiers().replace(new Frontier(Set.of("a"), 200, 99), next)).isFalse();
    assertThat(frontiers().read()).isEqualTo(current);
    assertThat(frontiers().replace(current, next)).isTrue();
  }

  /** A closer that has not heard of a loss must not write over it. */
  @Test
  void itIsReplacedOnlyIfWhatIsIncompleteIsAsExpected() {
    Frontier current = new Frontier(Set.of("a"), 200, 100);
    Frontier incomplete = current.withLoss(Loss.Cause.SHARD_LOST, 500);
    frontiers().replace(Frontier.NEW, current);
    assertThat(frontiers().replace(current, incomplete)).isTrue();

    assertThat(frontiers().replace(current, current.withClosing(300))).isFalse();

    assertThat(frontiers().read()).isEqualTo(incomplete);
    assertThat(frontiers().replace(incomplete, incomplete.withClosing(300))).isTrue();
  }

  /** Nor must who ends one loss write over another. */
  @Test
  void itIsReplacedOnlyIfTheLossIsAsExpected() {
    Frontier first = new Frontier(Set.of("a"), 200, 100).withLoss(Loss.Cause.SHARD_LOST, 500);
    Frontier second = first.withLoss(Loss.Cause.STREAM_REPLACED, 600);
    frontiers().replace(Frontier.NEW, first);
    assertThat(frontiers().replace(first, second)).isTrue();

    assertThat(frontiers().replace(first, first.withLossBefore(300))).isFalse();

    assertThat(frontiers().read()).isEqualTo(second);
    assertThat(frontiers().replace(second, second.withLossBefore(400))).isTrue();
    assertThat(frontiers().read()).isEqualTo(second.withLossBefore(400));
  }

  @Test
  void itSaysWhatItBelongsTo() {
    Frontier belongs = Frontier.NEW.withIdentity(new Identity("a stream", "a table"));

    assertThat(frontiers().replace(Frontier.NEW, belongs)).isTrue();
    assertThat(frontiers().read()).isEqualTo(belongs);
    assertThat(frontiers().identity()).isEqualTo(frontiers().identity());
  }

  @Test
  void noFrontierIsExpectedToBeOneThatIsNot() {
    Frontier another = new Frontier(Set.of("a"), 2, 1);

    assertThat(frontiers().replace(another, Frontier.NEW.withMember("b"))).isFalse();
    assertThat(frontiers().read()).isEqualTo(Frontier.NEW);
  }

  @Test
  void ofManyWhoReplaceTheSameFrontierOneDoes() {
    List<Boolean> replaced =
        AtOnce.run(
            WRITERS, writer -> frontiers().replace(Frontier.NEW, Frontier.NEW.withClosing(writer)));

    assertThat(replaced).containsOnlyOnce(true);
    int winner = replaced.indexOf(true);
    assertThat(frontiers().read()).isEqualTo(Frontier.NEW.withClosing(winner));
  }

  @Test
  void ofShardsThatJoinWhileClosingRisesNoneIsLostAndItNeverFalls() {
    AtOnce.run(
        WRITERS, writer -> writer % 2 == 0 ? join("shard-" + writer) : raise(1000L * writer));

    Frontier frontier = frontiers().read();
    assertThat(frontier.members()).hasSize(WRITERS / 2);
    assertThat(frontier.closing()).isEqualTo(1000L * (WRITERS - 1));
  }

  private Frontier join(String shard) {
    Frontier current = frontiers().read();
    while (!frontiers().replace(current, current.withMember(shard))) {
      current = frontiers().read();
    }
    return current;
  }

  private Frontier raise(long closing) {
    Frontier current = frontiers().read();
    while (current.closing() < closing
        && !frontiers().replace(current, current.withClosing(closing))) {
      current = frontiers().read();
    }
    return current;
  }

  @Test
  void aCheckpointMovesForwardOnly() {
    for (int reached = 0; reached < CHECKPOINTS.size(); reached++) {
      for (int next = 0; next <= reached; next++) {
        frontiers().advance(CHECKPOINTS.get(next));
      }
      assertThat(frontiers().checkpoint())
          .get()
          .usingRecursiveComparison()
          .isEqualTo(CHECKPOINTS.get(reached));
    }
  }

  @Test
  void ofCheckpointsMovedAtOnceTheFurthestStays() {
    AtOnce.run(
        CHECKPOINTS.size(),
        writer -> {
          frontiers().advance(CHECKPOINTS.get(writer));
          return writer;
        });

    assertThat(frontiers().checkpoint())
        .get()
        .usingRecursiveComparison()
        .isEqualTo(CHECKPOINTS.get(CHECKPOINTS.size() - 1));
  }
}
