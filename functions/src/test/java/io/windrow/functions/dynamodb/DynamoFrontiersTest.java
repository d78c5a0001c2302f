package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoFrontiersTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static DynamoFrontiers frontiers() {
    return new DynamoFrontiers(TABLES.client(), TABLES.state(), "clicks");
  }

  @Test
  void aPipelineWithoutAFrontierHasANewOne() {
    assertThat(frontiers().read()).isEqualTo(Frontier.NEW);
    assertThat(frontiers().checkpoint()).isEmpty();
  }

  @Test
  void aFrontierIsReadAsItWasPut() {
    DynamoFrontiers frontiers = frontiers();
    Frontier joined = Frontier.NEW.withMember("b").withMember("a");
    Frontier closing = joined.withClosing(Watermark.END);

    assertThat(frontiers.replace(Frontier.NEW, joined)).isTrue();
    assertThat(frontiers.read()).isEqualTo(joined);
    assertThat(frontiers.replace(joined, closing)).isTrue();
    assertThat(frontiers.read()).isEqualTo(closing);
  }

  @Test
  void itIsReplacedOnlyIfMembersClosingAndClosedAreAsExpected() {
    DynamoFrontiers frontiers = frontiers();
    Frontier current = new Frontier(Set.of("a"), 200, 100);
    frontiers.replace(Frontier.NEW, current);
    Frontier next = new Frontier(Set.of("a"), 300, 200);

    assertThat(frontiers.replace(Frontier.NEW, next)).isFalse();
    assertThat(frontiers.replace(new Frontier(Set.of("a", "b"), 200, 100), next)).isFalse();
    assertThat(frontiers.replace(new Frontier(Set.of("a"), 201, 100), next)).isFalse();
    assertThat(frontiers.replace(new Frontier(Set.of("a"), 200, 99), next)).isFalse();
    assertThat(frontiers.read()).isEqualTo(current);
    assertThat(frontiers.replace(current, next)).isTrue();
  }

  @Test
  void noFrontierIsExpectedToBeOneThatIsNot() {
    DynamoFrontiers frontiers = frontiers();

    assertThat(frontiers.replace(new Frontier(Set.of("a"), 2, 1), Frontier.NEW.withMember("b")))
        .isFalse();
    assertThat(frontiers.read()).isEqualTo(Frontier.NEW);
  }

  @Test
  void ofShardsThatJoinAtOnceNoneIsLost() {
    DynamoFrontiers frontiers = frontiers();
    List<CompletableFuture<Void>> joins =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.runAsync(() -> join(frontiers, "shard-" + i)))
            .toList();

    joins.forEach(CompletableFuture::join);

    assertThat(frontiers.read().members()).hasSize(8);
  }

  private static void join(DynamoFrontiers frontiers, String shard) {
    Frontier current = frontiers.read();
    while (!frontiers.replace(current, current.withMember(shard))) {
      current = frontiers.read();
    }
  }

  @Test
  void aCheckpointMovesForwardOnly() {
    List<Checkpoint> inOrder =
        List.of(
            new Checkpoint(-5, 900, new byte[] {9}),
            new Checkpoint(100, 50, new byte[] {5}),
            new Checkpoint(100, 60, new byte[0]),
            new Checkpoint(100, 60, new byte[] {1}),
            new Checkpoint(100, 60, new byte[] {1, 0}),
            new Checkpoint(100, 60, new byte[] {(byte) 0x80}),
            new Checkpoint(Watermark.END, 1, new byte[] {0}));
    DynamoFrontiers frontiers = frontiers();

    for (int reached = 0; reached < inOrder.size(); reached++) {
      for (int next = 0; next <= reached; next++) {
        frontiers.advance(inOrder.get(next));
      }
      assertThat(frontiers.checkpoint())
          .get()
          .usingRecursiveComparison()
          .isEqualTo(inOrder.get(reached));
      assertThat(inOrder.get(reached))
          .isGreaterThanOrEqualTo(inOrder.get(Math.max(0, reached - 1)));
    }
    inOrder.forEach(frontiers::advance);
    assertThat(frontiers.checkpoint())
        .get()
        .usingRecursiveComparison()
        .isEqualTo(inOrder.get(inOrder.size() - 1));
  }
}
