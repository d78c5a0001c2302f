package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.config;
import static io.windrow.local.mapping.Fixtures.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.local.mapping.RecordingHandler.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a mapping gives its function, when all goes well. */
@Timeout(60)
class EventSourceMappingTest {
  private final MemoryShards shards = new MemoryShards().shard("a");
  private final MappedShards mapped = new MappedShards(shards);

  @Test
  void aShardsBatchesComeInOrderAndOfTheirSize() throws Exception {
    shards.put("a", records(0, 7));

    RecordingHandler handler = mapped.drain(config().batchSize(3), Answer.OK);

    assertThat(handler.batches("a"))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
  }

  @Test
  void aBatchHoldsRecordsOfOneShardOnly() throws Exception {
    shards.shard("b").put("a", records(0, 2)).put("b", records(2, 4));

    RecordingHandler handler = mapped.drain(config(), Answer.OK);

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1));
    assertThat(handler.batches("b")).containsExactly(List.of(2, 3));
  }

  @Test
  void recordsThatComeLaterAreHandled() throws Exception {
    RecordingHandler handler = new RecordingHandler(Answer.OK);
    try (EventSourceMapping mapping = mapped.mapping(config(), handler)) {
      mapping.start();
      mapping.awaitDrained();
      shards.put("a", records(0, 2));
      mapping.awaitDrained();
      shards.put("a", records(2, 4));
      mapping.awaitDrained();
    }

    assertThat(handler.firsts("a")).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aWindowGathersWhatComesWithinIt() throws Exception {
    shards.put("a", records(0, 2));
    RecordingHandler handler = new RecordingHandler(Answer.OK);
    try (EventSourceMapping mapping =
        mapped.mapping(config().batchSize(4).batchingWindow(Duration.ofMinutes(5)), handler)) {
      mapping.start();
      shards.put("a", records(2, 4));
      mapping.awaitDrained();
    }

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void aClosedShardDoesNotWaitForItsWindow() throws Exception {
    shards.put("a", records(0, 2)).close("a");

    RecordingHandler handler =
        mapped.drain(config().batchingWindow(Duration.ofMinutes(5)), Answer.OK);

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1));
  }

  @Test
  void aChildIsReadOnlyAfterItsParentsAreFinished() throws Exception {
    shards.shard("b").shard("c", "a", "b").put("c", records(0, 2));
    shards.put("a", records(2, 4)).close("a").put("b", records(4, 6));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    RecordingHandler handler =
        new RecordingHandler(
            (shard, numbers) -> {
              order.add(shard);
              return "null";
            });
    try (EventSourceMapping mapping = mapped.mapping(config().batchSize(1), handler)) {
      mapping.start();
      shards.put("b", records(6, 7)).close("b");
      mapping.awaitDrained();
    }

    assertThat(order.subList(0, 5)).containsOnly("a", "b");
    assertThat(order.subList(5, 7)).containsOnly("c");
  }

  @Test
  void aShardWhoseParentsHaveExpiredIsRead() throws Exception {
    shards.expire("a").shard("b", "a").put("b", records(0, 2));

    assertThat(mapped.drain(config(), Answer.OK).firsts("b")).containsExactly(0, 1);
  }

  @Test
  void fromLatestOnlyWhatComesAfterTheStartIsRead() throws Exception {
    shards.put("a", records(0, 2));
    RecordingHandler handler = new RecordingHandler(Answer.OK);
    try (EventSourceMapping mapping =
        mapped.mapping(config().start(new StartingPosition.Latest()), handler)) {
      mapping.start();
      shards.put("a", records(2, 4)).shard("b").put("b", records(4, 6));
      mapping.awaitDrained();
    }

    assertThat(handler.firsts("a")).containsExactly(2, 3);
    assertThat(handler.firsts("b")).containsExactly(4, 5);
  }

  @Test
  void fromATimestampWhatArrivedSinceIsRead() throws Exception {
    shards.put("a", records(0, 9));

    RecordingHandler handler =
        mapped.drain(config().start(new StartingPosition.AtTimestamp(6_500)), Answer.OK);

    assertThat(handler.firsts("a")).containsExactly(7, 8);
  }

  @Test
  void closingWaitsForTheInvocationUnderWayAndStartsNoOther() throws Exception {
    shards.put("a", records(0, 2));
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    RecordingHandler handler =
        new RecordingHandler(
            (shard, numbers) -> {
              begun.countDown();
              ended.incrementAndGet();
              return "null";
            });
    EventSourceMapping mapping = mapped.mapping(config().batchSize(1), handler);
    mapping.start();
    begun.await();
    mapping.close();
    int atClose = ended.get();
    shards.put("a", records(2, 4));

    assertThat(handler.batches("a")).hasSize(atClose);
    assertThat(handler.firsts("a")).doesNotContain(2, 3);
  }

  @Test
  void aMappingWhoseThreadBreaksSaysSo() throws Exception {
    shards.put("a", records(0, 1));
    MappingListener breaking =
        new MappingListener() {
          @Override
          public void invoked(String shard, int records) {
            throw new IllegalStateException("no room");
          }
        };
    try (EventSourceMapping mapping =
        mapped.builder(config(), new RecordingHandler(Answer.OK)).listener(breaking).build()) {
      mapping.start();

      assertThatIllegalStateException()
          .isThrownBy(mapping::awaitDrained)
          .withMessageContaining("no room");
    }
  }
}
