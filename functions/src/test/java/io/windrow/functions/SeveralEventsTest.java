package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.contract.EventTime;
import io.windrow.definition.PipelineBuilder;
import io.windrow.functions.kinesis.AggregatedRecords;
import io.windrow.functions.kinesis.AggregatedRecords.User;
import io.windrow.functions.kinesis.EnvelopeText;
import io.windrow.functions.kinesis.KinesisEnvelope;
import io.windrow.ledger.Call;
import io.windrow.ledger.ChainPorts;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.KeptLine;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that hold several events, from the bytes that Lambda sends to results. */
class SeveralEventsTest {
  private static final long NOON = 1_709_294_400_000L;
  private static final long DAY = 86_400_000;

  /** A commit holds two rejected events. */
  private static final PayloadLimits SMALL = new PayloadLimits(60, 40, 300, 2);

  private static final String CONTRACT = "{\"type\":\"object\",\"required\":[\"t\"]}";

  private final MemoryStream stream = new MemoryStream();
  private final MemoryState state = new MemoryState();
  private final Ports ports = state.ports(stream);
  private long sequence;

  SeveralEventsTest() {
    stream.open(Clicks.SHARD, List.of());
  }

  @Test
  void objectsInLinesOneAfterTheOtherAndInArraysAreEvents() {
    Pipeline pipeline = objects();
    String o = "{\"t\":" + NOON + "}";

    Committed committed =
        commit(
            pipeline,
            PayloadLimits.STANDARD,
            record(o + "\n" + o + "\n"),
            record(o + o),
            record("[" + o + "," + o + "]"),
            record(o + "\r\n"),
            record("{\"t\":" + (NOON + DAY) + "}"));

    assertThat(committed.counts()).isEqualTo(new Counts(8, 8, 0, 0, 0, Map.of(), Map.of()));
    assertThat(results(pipeline)).containsExactly("{} 2024-03-01T12:00:00Z {n=7}");
  }

  @Test
  void aBrokenEventIsKeptByItselfWithItsPlaceAndTheRestCounts() {
    Committed committed =
        commit(
            objects(),
            PayloadLimits.STANDARD,
            record("{\"t\":" + NOON + "}\n{\"t\":}\n{\"t\":" + NOON + "}\n{\"u\":1}"));

    assertThat(committed.counts().received()).isEqualTo(4);
    assertThat(committed.counts().reasons())
        .isEqualTo(Map.of("json.malformed", 1L, "contract.required", 1L));
    assertThat(kept(committed))
        .containsExactly(
            """
            {"verdict":"rejected","reason":"json.malformed","pointer":"","views":["v"],\
            "position":{"shard":"shardId-000000000000","sequence":"1","subSequence":0,"place":2},\
            "arrival":"2024-03-02T12:00:00.000Z","partitionKey":"key","payload":"{\\"t\\":}"}""",
            """
            {"verdict":"rejected","reason":"contract.required","pointer":"/t","views":["v"],\
            "position":{"shard":"shardId-000000000000","sequence":"1","subSequence":0,"place":4},\
            "arrival":"2024-03-02T12:00:00.000Z","partitionKey":"key","payload":"{\\"u\\":1}"}""");
  }

  @Test
  void aRecordWithoutEventsIsFilteredOnce() {
    Committed committed =
        commit(objects(), PayloadLimits.STANDARD, record("\n"), record("[]"), record(" \r\n"));

    assertThat(committed.counts()).isEqualTo(new Counts(3, 0, 3, 0, 0, Map.of(), Map.of()));
  }

  @Test
  void logEventsCountAtTheirOwnTimes() {
    Pipeline pipeline = logs();

    Committed committed =
        commit(
            pipeline,
            PayloadLimits.STANDARD,
            record(logEvents("CONTROL_MESSAGE", 0, "CWL CONTROL MESSAGE: Checking health")),
            record(logEvents("DATA_MESSAGE", 58_000, "ok", "ERROR x", "", "ERROR y")),
            record(logEvents("DATA_MESSAGE", 62_000, "ok")),
            record(logEvents("DATA_MESSAGE", 3_600_000, "closer")));

    assertThat(committed.counts()).isEqualTo(new Counts(7, 6, 1, 0, 0, Map.of(), Map.of()));
    assertThat(results(pipeline))
        .containsExactly(
            "{logGroup=g} 2024-03-01T12:00:00Z {lines=2, errors=1}",
            "{logGroup=g} 2024-03-01T12:01:00Z {lines=3, errors=1}");
  }

  @Test
  void aCommitMayEndInsideARecordAndTheNextGoesOnFromThere() {
    List<StreamRecord> records =
        List.of(aggregate("{}{}{}", "[{},{}]"), record("{}{}"), record("{}"));
    Pipeline pipeline = objects();

    assertThatIllegalStateException()
        .isThrownBy(() -> commit(pipeline, SMALL, crashesAfter(1), records));
    Entry head = state.ledger().head(Clicks.SHARD).orElseThrow();
    Committed rest = commit(pipeline, SMALL, ports.chains(), records);

    assertThat(head.insideRecord()).isTrue();
    assertThat(head.position()).hasToString("shardId-000000000000:1:0:2");
    assertThat(positions(rest))
        .containsExactly("1:0:3", "1:1:1", "1:1:2", "2:0:1", "2:0:2", "3:0:1");
    assertThat(rest.redelivered()).as("events of the first record").isEqualTo(2);
    assertThat(commit(pipeline, SMALL, ports.chains(), records).additions()).isEmpty();
  }

  @Test
  void whatIsLeftOfARecordIsOneEventToCodeThatReadsItWhole() {
    List<StreamRecord> records = List.of(record("{}{}{}"), record("{}"));
    assertThatIllegalStateException()
        .isThrownBy(() -> commit(objects(), SMALL, crashesAfter(1), records));

    Committed rest = commit(objects("json"), SMALL, ports.chains(), records);

    assertThat(positions(rest)).containsExactly("1:0:3", "2:0");
    assertThat(rest.counts().reasons())
        .isEqualTo(Map.of("json.several", 1L, "contract.required", 1L));
  }

  @Test
  void whatIsLeftOfARecordThatKillsIsPoison() {
    List<StreamRecord> records = List.of(record("{}{}{}{}"), record("{}"));
    assertThatIllegalStateException()
        .isThrownBy(() -> commit(objects(), SMALL, crashesAfter(1), records));

    List<Committed> committed = commitInSpiteOf("1", records);

    assertThat(committed.stream().flatMap(each -> positions(each).stream()))
        .containsExactly("1:0:3", "2:0:1");
    assertThat(committed.get(0).counts().reasons()).isEqualTo(Map.of("poison", 1L));
    assertThat(kept(committed.get(0)).get(0)).contains("\"place\":3", "\"payload\":\"{}{}{}{}\"");
  }

  /** Calls, an hour after each other, that die of one record, until nothing is left. */
  private List<Committed> commitInSpiteOf(String killer, List<StreamRecord> records) {
    Pipeline pipeline = objects();
    Steps steps =
        new Steps(
            record -> {
              if (record.position().sequence().equals(killer)) {
                throw new OutOfMemoryError("killed");
              }
              return pipeline.steps().validation().apply(record);
            },
            pipeline.steps().enrichment(),
            pipeline.steps().windows());
    List<Committed> committed = new ArrayList<>();
    long now = NOON + 2 * DAY;
    for (int calls = 0; calls < 10 && !isDone(committed); calls++) {
      now += 3_600_000;
      Call call = new Call("call-" + calls, now, now + 60_000, Deadline.NONE);
      Batch batch = KinesisEnvelope.read(EnvelopeText.of(records, 1));
      try {
        committed.add(
            new Committer(ports.chains(), steps, pipeline.origin(), SMALL).commit(batch, call));
      } catch (OutOfMemoryError e) {
        // the environment is gone, and the batch comes again
      }
    }
    return committed;
  }

  private static boolean isDone(List<Committed> committed) {
    return !committed.isEmpty() && committed.get(committed.size() - 1).left() == null;
  }

  /** Else a batch of small gzips would be as large in memory as all of them together. */
  @Test
  void noMoreIsJudgedAtOnceThanIsCommittedSoon() {
    byte[] mebibyte = logEvents("DATA_MESSAGE", 0, "x".repeat(1 << 20));
    List<StreamRecord> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      records.add(record(mebibyte));
    }

    Committed committed = commit(logs(), PayloadLimits.STANDARD, ports.chains(), records);

    assertThat(committed.counts().accepted()).isEqualTo(20);
    assertThat(committed.additions())
        .extracting(each -> each.commit().counts().received())
        .containsExactly(4L, 4L, 4L, 4L, 4L);
  }

  private static List<String> positions(Committed committed) {
    return committed.additions().stream()
        .flatMap(addition -> addition.kept().stream())
        .map(kept -> kept.position().toString().substring(Clicks.SHARD.length() + 1))
        .toList();
  }

  private static List<String> kept(Committed committed) {
    return committed.additions().stream()
        .flatMap(addition -> addition.kept().stream())
        .map(KeptLine::of)
        .toList();
  }

  private ChainPorts crashesAfter(int commits) {
    ForwardingLedger crashes =
        new ForwardingLedger(ports.ledger()) {
          private int left = commits;

          @Override
          public @Nullable Entry append(String shard, Entry entry) {
            if (entry instanceof Entry.Commit && left-- == 0) {
              throw new IllegalStateException("killed");
            }
            return real.append(shard, entry);
          }
        };
    return ports.with(crashes).chains();
  }

  private Committed commit(Pipeline pipeline, PayloadLimits limits, StreamRecord... records) {
    return commit(pipeline, limits, ports.chains(), List.of(records));
  }

  private static Committed commit(
      Pipeline pipeline, PayloadLimits limits, ChainPorts chains, List<StreamRecord> records) {
    return new Committer(chains, pipeline.steps(), pipeline.origin(), limits)
        .commit(KinesisEnvelope.read(EnvelopeText.of(records, 1)), "token", NOON);
  }

  private List<String> results(Pipeline pipeline) {
    new Settler(ports, pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD)
        .settle(NOON, "settle");
    return state.results().byId().values().stream()
        .map(
            result ->
                result.group()
                    + " "
                    + Instant.ofEpochMilli(result.windowStart())
                    + " "
                    + result.values())
        .sorted()
        .toList();
  }

  private StreamRecord aggregate(String... payloads) {
    List<User> users = new ArrayList<>();
    for (String payload : payloads) {
      users.add(User.of("key", payload));
    }
    return record(AggregatedRecords.pack(users));
  }

  private StreamRecord record(String payload) {
    return record(payload.getBytes(UTF_8));
  }

  private StreamRecord record(byte[] payload) {
    Position position = new Position(Clicks.SHARD, Long.toString(++sequence), 0);
    return new StreamRecord(position, "key", NOON + DAY, payload, false);
  }

  /** Log events, each 1.5 s after the one before. */
  private static byte[] logEvents(String messageType, long first, String... messages) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < messages.length; i++) {
      events.add(
          "{\"id\":\"%d\",\"timestamp\":%d,\"message\":\"%s\"}"
              .formatted(i, NOON + first + 1_500L * i, messages[i]));
    }
    String envelope =
        "{\"messageType\":\"%s\",\"owner\":\"1\",\"logGroup\":\"g\",\"logStream\":\"s\",\"subscriptionFilters\":[\"a\"],\"logEvents\":[%s]}"
            .formatted(messageType, String.join(",", events));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(envelope.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static Pipeline objects() {
    return objects("jsonl");
  }

  private static Pipeline objects(String format) {
    return pipeline(
        new PipelineBuilder("objects")
            .kinesis("objects")
            .format(format)
            .contract("contract.json")
            .time("t", EventTime.Unit.MILLIS)
            .view("v", view -> view.tumbling(Duration.ofMinutes(1)).compute("n", "count()"))
            .build(path -> Optional.of(CONTRACT.getBytes(UTF_8))));
  }

  private static Pipeline logs() {
    String contract =
        """
        {"type": "object", "required": ["timestamp", "logGroup", "message"],
         "properties": {"timestamp": {"type": "integer"}, "logGroup": {"type": "string"},
           "message": {"type": "string"}}}
        """;
    return pipeline(
        new PipelineBuilder("logs")
            .kinesis("logs")
            .format("cloudwatch-logs")
            .contract("contract.json")
            .time("timestamp", EventTime.Unit.MILLIS)
            .view(
                "v",
                view ->
                    view.by("logGroup")
                        .tumbling(Duration.ofMinutes(1))
                        .compute("lines", "count()")
                        .compute("errors", "count(message.contains('ERROR'))"))
            .build(path -> Optional.of(contract.getBytes(UTF_8))));
  }

  private static Pipeline pipeline(Definition definition) {
    return Pipeline.of(
        Plan.of(definition, 1),
        lookup -> {
          throw new AssertionError("no lookups");
        });
  }
}
