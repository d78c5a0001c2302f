package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.amazonaws.services.lambda.runtime.Context;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.functions.client.CallBudget;
import io.windrow.functions.client.SilentServer;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.functions.kinesis.EnvelopeText;
import io.windrow.functions.kinesis.KinesisSource;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.functions.telemetry.OperatorLog;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryQuarantine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** AWS as a socket that takes connections and never answers, with budgets that are a tenth. */
class SilentServiceTest {
  private static final CallBudget TENTH =
      new CallBudget(
          CallBudget.FUNCTION.connect().dividedBy(10),
          CallBudget.FUNCTION.silence().dividedBy(10),
          CallBudget.FUNCTION.attempt().dividedBy(10),
          CallBudget.FUNCTION.call().dividedBy(10));
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(60_000));

  /** Of a machine that is busy; without a budget, the calls take minutes. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  private final SilentServer server = SilentServer.start();
  private final AwsClients clients = AwsClients.local(server.address(), server.address(), TENTH);
  private final DynamoTables tables =
      new DynamoTables(clients.dynamoDb(), "state", "results", "clicks");
  private final KinesisSource source =
      new KinesisSource(clients.kinesis(), StreamId.of("clicks"), null, CLOCK);
  private final Ports ports = tables.ports(new MemoryQuarantine(), source);
  private final Pipeline pipeline =
      Pipeline.of(
          Plan.of(Clicks.definition(), 1), lookup -> FileReferenceData.of("", "", new byte[0]));
  private final List<String> log = new ArrayList<>();
  private final Context context = new LoggingContext(log::add);

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void aBatchIsSentAgainWhenTheStateTableDoesNotAnswer() throws IOException {
    ProcessHandler process =
        new ProcessHandler(
            new Committer(ports.chains(), pipeline.steps(), pipeline.origin()),
            CLOCK,
            new OperatorLog(Clicks.definition(), log::add));
    StreamRecord click = Clicks.click(1, 90_000, "PT");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();

    withinBudget(
        () ->
            process.handleRequest(
                new ByteArrayInputStream(EnvelopeText.of(List.of(click), 1)), answer, context));

    assertThat(answer.toString(UTF_8)).contains("{\"itemIdentifier\":\"1\"}");
    assertThat(log).singleElement().asString().contains("a batch is tried again");
    assertThat(server.connections()).as("attempts").isGreaterThan(1);
  }

  @Test
  void aSettlingFailsWhenTheStateTableDoesNotAnswer() {
    SettleHandler settle =
        new SettleHandler(
            new Settler(ports, pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD),
            CLOCK,
            Telemetry.NONE);

    withinBudget(
        () ->
            assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(
                    () ->
                        settle.handleRequest(
                            new ByteArrayInputStream("{}".getBytes(UTF_8)),
                            new ByteArrayOutputStream(),
                            context)));
  }

  /** A socket whose peer does not read blocks who writes to it once its buffers are full. */
  @Test
  void aWriteThatNobodyReadsIsGivenUp() {
    PayloadKey key = new PayloadKey("shard", 1, "token");

    withinBudget(
        () ->
            assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(
                    () -> tables.ledger().putPayload(key, 0, new byte[12_000_000], 60_000)));
  }

  @Test
  void aStreamThatDoesNotAnswerIsOneThatIsNotKnownToBeEmpty() {
    withinBudget(() -> assertThat(source.probe("shard", null)).hasToString("Unanswered[]"));
    withinBudget(
        () -> assertThatExceptionOfType(SdkClientException.class).isThrownBy(source::shards));
  }

  @Test
  void aCallThatIsGivenUpLeavesTimeToAnswer() {
    assertThat(CallBudget.FUNCTION.call().toMillis()).isLessThan(TimeLeft.MARGIN_MILLIS);
    assertThat(CallBudget.FILING.call().toMillis()).isLessThan(SettleHandler.MARGIN_MILLIS);
    assertThat(List.of(CallBudget.FUNCTION, CallBudget.FILING))
        .allSatisfy(
            budget -> {
              assertThat(budget.connect()).isLessThan(budget.attempt());
              assertThat(budget.silence()).isLessThan(budget.attempt());
              assertThat(budget.attempt()).isLessThan(budget.call());
            });
  }

  private static void withinBudget(ThrowingCallable call) {
    assertTimeout(TENTH.call().plus(SLACK), call::call);
  }
}
