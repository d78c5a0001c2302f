package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.config;
import static io.windrow.local.mapping.Fixtures.records;
import static io.windrow.local.mapping.Fixtures.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.local.chaos.Chaos;
import io.windrow.local.mapping.RecordingHandler.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventSourceMappingTest {
  private static final Answer OK = (shard, numbers) -> "null";

  private final MemoryShards shards = new MemoryShards().shard("a");
  private final List<byte[]> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aShardsBatchesComeInOrderAndOfTheirSize() throws Exception {
    shards.put("a", records(0, 7));

    RecordingHandler handler = drain(config().batchSize(3), OK);

    assertThat(handler.batches("a"))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
  }

  @Test
  void aBatchHoldsRecordsOfOneShardOnly() throws Exception {
    shards.shard("b").put("a", records(0, 2)).put("b", records(2, 4));

    RecordingHandler handler = drain(config(), OK);

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1));
    assertThat(handler.batches("b")).containsExactly(List.of(2, 3));
  }

  @Test
  void recordsThatComeLaterAreHandled() throws Exception {
    RecordingHandler handler = new RecordingHandler(OK);
    try (EventSourceMapping mapping = mapping(config(), handler)) {
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
    RecordingHandler handler = new RecordingHandler(OK);
    try (EventSourceMapping mapping =
        mapping(config().batchSize(4).batchingWindow(Duration.ofMinutes(5)), handler)) {
      mapping.start();
      shards.put("a", records(2, 4));
      mapping.awaitDrained();
    }

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void aClosedShardDoesNotWaitForItsWindow() throws Exception {
    shards.put("a", records(0, 2)).close("a");

    RecordingHandler handler = drain(config().batchingWindow(Duration.ofMinutes(5)), OK);

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
    try (EventSourceMapping mapping = mapping(config().batchSize(1), handler)) {
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

    assertThat(drain(config(), OK).firsts("b")).containsExactly(0, 1);
  }

  @Test
  void fromLatestOnlyWhatComesAfterTheStartIsRead() throws Exception {
    shards.put("a", records(0, 2));
    RecordingHandler handler = new RecordingHandler(OK);
    try (EventSourceMapping mapping =
        mapping(config().start(new StartingPosition.Latest()), handler)) {
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

    RecordingHandler handler = drain(config().start(new StartingPosition.AtTimestamp(6_500)), OK);

    assertThat(handler.firsts("a")).containsExactly(7, 8);
  }

  @Test
  void aReportedRecordIsWhereTheNextInvocationBegins() throws Exception {
    shards.put("a", records(0, 5));
    AtomicInteger calls = new AtomicInteger();

    RecordingHandler handler =
        drain(
            config().reportBatchItemFailures(),
            (shard, numbers) -> calls.getAndIncrement() == 0 ? reporting(3) : "{}");

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1, 2, 3, 4), List.of(3, 4));
    assertThat(told)
        .containsExactly(
            "invoked 5",
            "failed 2: the function reported " + sequence(3),
            "retried 2",
            "invoked 2");
  }

  @Test
  void aReportIsIgnoredUnlessTheMappingAsksForIt() throws Exception {
    shards.put("a", records(0, 5));

    RecordingHandler handler = drain(config(), (shard, numbers) -> reporting(3));

    assertThat(handler.batches("a")).hasSize(1);
  }

  @Test
  void whatIsGivenUpGoesToTheDestinationAndTheShardGoesOn() throws Exception {
    shards.put("a", records(0, 6));

    RecordingHandler handler =
        drain(
            config().batchSize(3).bisectBatchOnFunctionError().maximumRetryAttempts(1),
            (shard, numbers) -> {
              if (numbers.contains(1)) {
                throw new IOException("bad record");
              }
              return "null";
            });

    assertThat(handler.batches("a"))
        .containsExactly(
            List.of(0, 1, 2),
            List.of(0),
            List.of(1, 2),
            List.of(1),
            List.of(1),
            List.of(2),
            List.of(3, 4, 5));
    JsonNode discarded = new ObjectMapper().readTree(sent.get(0));
    assertThat(sent).hasSize(1);
    assertThat(discarded.at("/KinesisBatchInfo/startSequenceNumber").asText())
        .isEqualTo(sequence(1));
    assertThat(discarded.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(4);
    JsonNode payload = new ObjectMapper().readTree(discarded.path("payload").asText());
    assertThat(payload.at("/Records/0/eventID").asText()).isEqualTo("a:" + sequence(1));
  }

  @Test
  void recordsThatAreTooOldNeverReachTheFunction() throws Exception {
    shards.put("a", records(0, 100));

    RecordingHandler handler = drain(config().batchSize(50).maximumRecordAgeSeconds(60), OK);

    assertThat(handler.firsts("a")).first().isEqualTo(40);
    assertThat(told).first().isEqualTo("discarded 40");
  }

  @Test
  void anErrorOfTheFunctionIsToldAndTheBatchTriedAgain() throws Exception {
    shards.put("a", records(0, 2));
    AtomicInteger calls = new AtomicInteger();

    drain(
        config(),
        (shard, numbers) -> {
          if (calls.getAndIncrement() == 0) {
            throw new StackOverflowError();
          }
          return "null";
        });

    assertThat(told)
        .containsExactly(
            "invoked 2", "failed 2: java.lang.StackOverflowError", "retried 2", "invoked 2");
  }

  @Test
  void aPayloadPastTheLimitFailsWithoutAnInvocation() throws Exception {
    ShardRecord huge = new ShardRecord(sequence(0), "key", 0, new byte[6 << 20]);
    shards.put("a", List.of(huge)).put("a", records(1, 2));

    RecordingHandler handler = drain(config().maximumRetryAttempts(0), OK);

    assertThat(handler.batches("a")).containsExactly(List.of(1));
    assertThat(sent).hasSize(1);
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
    EventSourceMapping mapping = mapping(config().batchSize(1), handler);
    mapping.start();
    begun.await();
    mapping.close();
    int atClose = ended.get();
    shards.put("a", records(2, 4));

    assertThat(handler.batches("a")).hasSize(atClose);
    assertThat(handler.firsts("a")).doesNotContain(2, 3);
  }

  @Test
  void aMappingWhoseSourceBreaksSaysSo() throws Exception {
    Shards broken =
        new Shards() {
          @Override
          public List<Shard> list() {
            return List.of(new Shard("a", List.of()));
          }

          @Override
          public ShardReader open(String shard, StartingPosition from) {
            return shards.open("a", from);
          }
        };
    shards.put("a", records(0, 1));
    try (EventSourceMapping mapping =
        EventSourceMapping.builder(config().build(), broken, (id, payload) -> payload)
            .listener(
                new MappingListener() {
                  @Override
                  public void invoked(String shard, int records) {
                    throw new IllegalStateException("no room");
                  }
                })
            .build()) {
      mapping.start();

      assertThatIllegalStateException()
          .isThrownBy(mapping::awaitDrained)
          .withMessageContaining("no room");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void underChaosEveryRecordIsHandledAndInOrder(long seed) throws Exception {
    shards.shard("b").shard("c", "a").put("c", records(500, 600));
    shards.put("a", records(0, 300)).close("a").put("b", records(300, 500));
    RecordingHandler handler = new RecordingHandler((shard, numbers) -> "null");
    try (Chaos chaos = Chaos.of(seed, fault -> {});
        EventSourceMapping mapping =
            builder(config().batchSize(40).bisectBatchOnFunctionError(), handler)
                .deliveries(chaos::delivery)
                .build()) {
      mapping.start();
      mapping.awaitDrained();
    }

    assertThat(handler.firsts("a")).isEqualTo(IntStream.range(0, 300).boxed().toList());
    assertThat(handler.firsts("b")).isEqualTo(IntStream.range(300, 500).boxed().toList());
    assertThat(handler.firsts("c")).isEqualTo(IntStream.range(500, 600).boxed().toList());
    assertThat(sent).isEmpty();
    assertThat(told).anyMatch(line -> line.startsWith("failed"));
    assertThat(handler.batches("b").stream().mapToInt(List::size).sum()).isGreaterThan(200);
  }

  private RecordingHandler drain(MappingConfigBuilder config, Answer answer) throws Exception {
    RecordingHandler handler = new RecordingHandler(answer);
    try (EventSourceMapping mapping = mapping(config, handler)) {
      mapping.start();
      mapping.awaitDrained();
    }
    return handler;
  }

  private EventSourceMapping mapping(MappingConfigBuilder config, RecordingHandler handler) {
    return builder(config, handler).build();
  }

  /** Its time stands at 100 s. */
  private EventSourceMappingBuilder builder(
      MappingConfigBuilder builder, RecordingHandler handler) {
    MappingConfig config = builder.build();
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(100));
    return EventSourceMapping.builder(
            config, shards, new Environments(config, () -> handler, clock, new SilentLogger()))
        .clock(clock)
        .onFailure(sent::add)
        .listener(new Telling(told));
  }

  private static String reporting(int number) {
    return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + sequence(number) + "\"}]}";
  }
}
