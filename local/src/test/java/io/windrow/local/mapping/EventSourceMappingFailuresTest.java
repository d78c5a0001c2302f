package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.config;
import static io.windrow.local.mapping.Fixtures.records;
import static io.windrow.local.mapping.Fixtures.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.local.chaos.Chaos;
import io.windrow.local.mapping.RecordingHandler.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping does about invocations that fail, are reported or come too late. */
@Timeout(60)
class EventSourceMappingFailuresTest {
  private final MemoryShards shards = new MemoryShards().shard("a");
  private final MappedShards mapped = new MappedShards(shards);

  @Test
  void aReportedRecordIsWhereTheNextInvocationBegins() throws Exception {
    shards.put("a", records(0, 5));
    AtomicInteger calls = new AtomicInteger();

    RecordingHandler handler =
        mapped.drain(
            config().reportBatchItemFailures(),
            (shard, numbers) -> calls.getAndIncrement() == 0 ? reporting(3) : "{}");

    assertThat(handler.batches("a")).containsExactly(List.of(0, 1, 2, 3, 4), List.of(3, 4));
    assertThat(mapped.told())
        .containsExactly(
            "invoked 5",
            "failed 2: the function reported " + sequence(3),
            "retried 2",
            "invoked 2");
  }

  @Test
  void aReportIsIgnoredUnlessTheMappingAsksForIt() throws Exception {
    shards.put("a", records(0, 5));

    RecordingHandler handler = mapped.drain(config(), (shard, numbers) -> reporting(3));

    assertThat(handler.batches("a")).hasSize(1);
  }

  @Test
  void whatIsGivenUpGoesToTheDestinationAndTheShardGoesOn() throws Exception {
    shards.put("a", records(0, 6));

    RecordingHandler handler =
        mapped.drain(
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
    JsonNode discarded = new ObjectMapper().readTree(mapped.sent().get(0));
    assertThat(mapped.sent()).hasSize(1);
    assertThat(discarded.at("/KinesisBatchInfo/startSequenceNumber").asText())
        .isEqualTo(sequence(1));
    assertThat(discarded.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(4);
    JsonNode payload = new ObjectMapper().readTree(discarded.path("payload").asText());
    assertThat(payload.at("/Records/0/eventID").asText()).isEqualTo("a:" + sequence(1));
  }

  @Test
  void recordsThatAreTooOldNeverReachTheFunction() throws Exception {
    shards.put("a", records(0, 100));

    RecordingHandler handler =
        mapped.drain(config().batchSize(50).maximumRecordAgeSeconds(60), Answer.OK);

    assertThat(handler.firsts("a")).first().isEqualTo(40);
    assertThat(mapped.told()).first().isEqualTo("discarded 40");
  }

  @Test
  void anErrorOfTheFunctionIsToldAndTheBatchTriedAgain() throws Exception {
    shards.put("a", records(0, 2));
    AtomicInteger calls = new AtomicInteger();

    mapped.drain(
        config(),
        (shard, numbers) -> {
          if (calls.getAndIncrement() == 0) {
            throw new StackOverflowError();
          }
          return "null";
        });

    assertThat(mapped.told())
        .containsExactly(
            "invoked 2", "failed 2: java.lang.StackOverflowError", "retried 2", "invoked 2");
  }

  @Test
  void aPayloadPastTheLimitFailsWithoutAnInvocation() throws Exception {
    ShardRecord huge = new ShardRecord(sequence(0), "key", 0, new byte[6 << 20]);
    shards.put("a", List.of(huge)).put("a", records(1, 2));

    RecordingHandler handler = mapped.drain(config().maximumRetryAttempts(0), Answer.OK);

    assertThat(handler.batches("a")).containsExactly(List.of(1));
    assertThat(mapped.sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void underChaosEveryRecordIsHandledAndInOrder(long seed) throws Exception {
    shards.shard("b").shard("c", "a").put("c", records(500, 600));
    shards.put("a", records(0, 300)).close("a").put("b", records(300, 500));
    RecordingHandler handler = new RecordingHandler((shard, numbers) -> "null");
    try (Chaos chaos = Chaos.of(seed, fault -> {});
        EventSourceMapping mapping =
            mapped
                .builder(config().batchSize(40).bisectBatchOnFunctionError(), handler)
                .deliveries(chaos::delivery)
                .build()) {
      mapping.start();
      mapping.awaitDrained();
    }

    assertThat(handler.firsts("a")).isEqualTo(IntStream.range(0, 300).boxed().toList());
    assertThat(handler.firsts("b")).isEqualTo(IntStream.range(300, 500).boxed().toList());
    assertThat(handler.firsts("c")).isEqualTo(IntStream.range(500, 600).boxed().toList());
    assertThat(mapped.sent()).isEmpty();
    assertThat(mapped.told()).anyMatch(line -> line.startsWith("failed"));
    assertThat(handler.batches("b").stream().mapToInt(List::size).sum()).isGreaterThan(200);
  }

  private static String reporting(int number) {
    return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + sequence(number) + "\"}]}";
  }
}
