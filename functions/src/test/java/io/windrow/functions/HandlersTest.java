package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.aggregate.Aggregates;
import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.functions.dynamodb.DynamoLedger;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.functions.dynamodb.LocalTables;
import io.windrow.functions.kinesis.EnvelopeException;
import io.windrow.functions.kinesis.EnvelopeText;
import io.windrow.functions.telemetry.OperatorLog;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.record.Event;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** The handlers, from the bytes that Lambda sends to items in DynamoDB. */
class HandlersTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String SHARD = "shardId-000000000000";
  private static final String CHILD = "shardId-000000000001";
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(60_000));
  private static final Origin ORIGIN = new Origin(1, "earliest");

  /** Each record is an event that happened when it arrived. */
  private static final Steps STEPS =
      new Steps(
          record ->
              List.of(
                  new Judged(
                      record, new Judgement.Candidate(new Event(Map.of(), record.arrival())))),
          new TableEnrichment(List.of()),
          List.of(
              new View(
                  "all",
                  "fingerprint",
                  List.of(),
                  WindowPolicy.tumbling(10_000, 0),
                  List.of(
                      new View.Computed(
                          "events", Aggregates.named("count").orElseThrow(), List.of())))),
          null);

  private final MemoryStream stream = new MemoryStream();
  private final DynamoTables tables = TABLES.of("clicks");
  private final Ports ports = tables.ports(new MemoryQuarantine(), stream);
  private final List<String> log = new ArrayList<>();

  @Test
  void recordsOfABatchBecomeResultsWhateverTriggersTheSettling() throws IOException {
    stream.open(SHARD, List.of());
    List<StreamRecord> batch = records(SHARD, 1_000, 2_000, 11_000);
    ProcessHandler process = process(ports);
    SettleHandler settle =
        new SettleHandler(
            new Settler(ports, STEPS.windows(), ORIGIN, RunBounds.STANDARD), CLOCK, Telemetry.NONE);

    String answer = handle(process, EnvelopeText.of(batch, 1));
    handle(process, EnvelopeText.of(batch, 2));
    String settled = handle(settle, "{\"source\":\"aws.scheduler\"}".getBytes(UTF_8));
    handle(settle, "{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}".getBytes(UTF_8));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(settled).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(tables.results().scan(STEPS.views()))
        .containsExactly(new Result("all", Map.of(), 0, 10_000, 0, Map.of("events", 2L)));
  }

  @Test
  void aBatchThatMustWaitIsSentAgainFromItsFirstRecord() throws IOException {
    stream.open(SHARD, List.of());
    stream.open(CHILD, List.of(SHARD));
    records(SHARD, 1_000);
    List<StreamRecord> batch = records(CHILD, 2_000, 3_000);
    ProcessHandler process = process(ports);

    assertThat(handle(process, EnvelopeText.of(batch, 1)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2000\"}]}");
    assertThat(log)
        .singleElement()
        .asString()
        .contains(
            "\"level\":\"INFO\",\"message\":\"a batch is tried again\"",
            "\"shard\":\"shardId-000000000001\"",
            "not drained");
  }

  @Test
  void aThrottledBatchIsSentAgainAndWarnsOfIt() throws IOException {
    stream.open(SHARD, List.of());
    byte[] envelope = EnvelopeText.of(records(SHARD, 1_000), 1);
    Ledger throttled =
        new ForwardingLedger(ports.ledger()) {
          @Override
          public @Nullable Entry append(String shard, Entry entry) {
            throw ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .errorMessage("too many writes")
                        .build())
                .build();
          }
        };

    assertThat(handle(process(ports.with(throttled)), envelope))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1000\"}]}");
    assertThat(log).singleElement().asString().contains("\"level\":\"WARN\"", "too many writes");
  }

  @Test
  void aBatchThatThereIsNoTimeForIsSentAgainFromTheFirstRecordNotCommitted() throws IOException {
    stream.open(SHARD, List.of());
    byte[] envelope = EnvelopeText.of(records(SHARD, 1_000, 2_000, 3_000), 1);
    ProcessHandler process = process(ports);
    Iterator<Integer> remaining = List.of(60_000, 60_000, TimeLeft.MARGIN_MILLIS).iterator();
    Context context =
        new LoggingContext(
            log::add, () -> remaining.hasNext() ? remaining.next() : TimeLeft.MARGIN_MILLIS);

    assertThat(handle(process, envelope, context))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2000\"}]}");
    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"message\":\"a batch was committed in part\"", "\"from\":\"2000\"");

    assertThat(handle(process, envelope)).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void aShortTimeOutLeavesHalfOfItForJudging() {
    assertThat(TimeLeft.of(new LoggingContext(log::add, () -> 10_000)).isNear()).isFalse();
  }

  @Test
  void aShardThatANewerGenerationHasTakenOverFailsTheInvocation() throws IOException {
    stream.open(SHARD, List.of());
    byte[] first = EnvelopeText.of(records(SHARD, 1_000), 1);
    byte[] second = EnvelopeText.of(records(SHARD, 2_000), 1);
    Committer newer = new Committer(ports.chains(), STEPS, new Origin(2, "earliest"));
    handle(new ProcessHandler(newer, CLOCK, Telemetry.NONE), first);

    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> handle(process(ports), second))
        .withMessageContaining("taken over by a greater generation: 2");
    assertThat(log).isEmpty();
  }

  @Test
  void aGapInAChainFailsTheSettling() throws IOException {
    stream.open(SHARD, List.of());
    handle(process(ports), EnvelopeText.of(records(SHARD, 1_000, 30_000), 1));
    Ledger gap =
        new ForwardingLedger(ports.ledger()) {
          @Override
          public List<Entry> read(String shard, long fromIndex) {
            return real.read(shard, fromIndex + 1);
          }
        };
    SettleHandler settle =
        new SettleHandler(
            new Settler(ports.with(gap), STEPS.windows(), ORIGIN, RunBounds.STANDARD),
            CLOCK,
            Telemetry.NONE);

    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> handle(settle, "{}".getBytes(UTF_8)))
        .withMessageContaining("has a gap");
  }

  @Test
  void aRequestThatIsRefusedFailsTheBatch() {
    stream.open(SHARD, List.of());
    byte[] envelope = EnvelopeText.of(records(SHARD, 1_000), 1);
    Ports without = ports.with(new DynamoLedger(TABLES.client(), "no-such-table", "clicks"));
    ProcessHandler process = process(without);

    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> handle(process, envelope));
  }

  @Test
  void bytesThatAreNoBatchFail() {
    ProcessHandler process = process(ports);

    assertThatExceptionOfType(EnvelopeException.class)
        .isThrownBy(() -> handle(process, "{}".getBytes(UTF_8)));
  }

  private ProcessHandler process(Ports ports) {
    return new ProcessHandler(
        new Committer(ports.chains(), STEPS, ORIGIN),
        CLOCK,
        new OperatorLog(Clicks.definition(), log::add));
  }

  /** Records that are in the stream, each with its arrival for a sequence number. */
  private List<StreamRecord> records(String shard, long... arrivals) {
    List<StreamRecord> records = new ArrayList<>();
    for (long arrival : arrivals) {
      records.add(
          new StreamRecord(
              new Position(shard, Long.toString(arrival), 0), "key", arrival, new byte[0], false));
    }
    records.forEach(stream::put);
    return records;
  }

  private String handle(RequestStreamHandler handler, byte[] payload) throws IOException {
    return handle(handler, payload, new LoggingContext(log::add));
  }

  private static String handle(RequestStreamHandler handler, byte[] payload, Context context)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(payload), answer, context);
    return answer.toString(UTF_8);
  }
}
