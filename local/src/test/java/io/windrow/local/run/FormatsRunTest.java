package io.windrow.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Siblings;
import io.windrow.ledger.Counts;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.plan.Plan;
import io.windrow.view.Result;
import io.windrow.window.Timestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole runs of pipelines whose records hold several events. */
@Timeout(120)
class FormatsRunTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  private static final long NOON = 1_709_294_400_000L;

  private static final String OBJECTS =
      """
      name: several-objects
      source: { kinesis: several-objects, format: jsonl }
      contract: contract.json
      time: { field: t, unit: millis }
      views:
        - name: v
          by: []
          window: { tumbling: 1m, grace: 0s }
          compute: { n: count() }
      """;

  private static final String LOGS =
      """
      name: log-events
      source: { kinesis: log-events, format: cloudwatch-logs }
      contract: contract.json
      time: { field: timestamp, unit: millis }
      views:
        - name: v
          by: [logGroup]
          window: { tumbling: 1m, grace: 0s }
          compute: { lines: count(), errors: count(message.contains('ERROR')) }
      """;

  @Test
  void eachObjectOfARecordIsCounted() throws Exception {
    String o = "{\"t\":" + NOON + "}";

    try (EmbeddedPipeline run = start(OBJECTS, "{\"type\":\"object\",\"required\":[\"t\"]}")) {
      for (String record :
          List.of(
              o + "\n" + o + "\n",
              o + o,
              "[" + o + "," + o + "]",
              o + "\r\n",
              "{\"t\":" + (NOON + 86_400_000) + "}")) {
        run.put(new PutRequest("p", record.getBytes(UTF_8)));
      }
      drain(run);

      assertThat(results(run))
          .containsExactly(
              "{} 2024-03-01T12:00:00.000Z {n=7}", "{} 2024-03-02T12:00:00.000Z {n=1}");
      assertThat(counts(run)).isEqualTo(new Counts(8, 8, 0, 0, 0, Map.of(), Map.of()));
    }
  }

  @Test
  void logEventsOfASubscriptionAreCountedAtTheirOwnTimes() throws Exception {
    String contract =
        """
        {"type": "object", "required": ["timestamp", "logGroup", "message"],
         "properties": {"timestamp": {"type": "integer"}, "logGroup": {"type": "string"},
           "message": {"type": "string"}}}
        """;
    try (EmbeddedPipeline run = start(LOGS, contract)) {
      run.put(envelope("CONTROL_MESSAGE", event(0, "CWL CONTROL MESSAGE: Checking health")));
      run.put(
          envelope(
              "DATA_MESSAGE",
              event(58_000, "ok"),
              event(59_000, "ERROR x"),
              event(61_000, "ERROR y")));
      run.put(envelope("DATA_MESSAGE", event(62_000, "ok")));
      drain(run);

      assertThat(results(run))
          .containsExactly(
              "{logGroup=g} 2024-03-01T12:00:00.000Z {lines=2, errors=1}",
              "{logGroup=g} 2024-03-01T12:01:00.000Z {lines=2, errors=1}");
      assertThat(counts(run)).isEqualTo(new Counts(5, 4, 1, 0, 0, Map.of(), Map.of()));
    }
  }

  private static EmbeddedPipeline start(String definition, String contract) {
    Map<String, String> files = Map.of("pipeline.yaml", definition, "contract.json", contract);
    Siblings siblings =
        path -> Optional.ofNullable(files.get(path)).map(text -> text.getBytes(UTF_8));
    RunSettings settings = new RunSettings(1, 10_000, null, (name, content) -> {});
    Plan plan = Plan.of(new DefinitionReader(siblings).read(), 1);
    return EmbeddedPipeline.start(EMBEDDED.aws(), plan, siblings, settings, RunListener.NONE);
  }

  private static void drain(EmbeddedPipeline run) throws InterruptedException {
    run.finishInput();
    while (!run.isDrained()) {
      Thread.sleep(10);
    }
    run.stop();
    run.endEventTime();
  }

  private static Counts counts(EmbeddedPipeline run) {
    return run.stored().counts().values().stream().reduce(Counts.NONE, Counts::plus);
  }

  private static List<String> results(EmbeddedPipeline run) {
    return run.stored().results().map(FormatsRunTest::line).sorted().toList();
  }

  private static String line(Result result) {
    return result.group() + " " + Timestamps.iso(result.windowStart()) + " " + result.values();
  }

  private static String event(long after, String message) {
    return "{\"id\":\"1\",\"timestamp\":%d,\"message\":\"%s\"}".formatted(NOON + after, message);
  }

  /** As CloudWatch Logs puts it. */
  private static PutRequest envelope(String messageType, String... events) throws IOException {
    String envelope =
        """
        {"messageType":"%s","owner":"123456789012","logGroup":"g","logStream":"s",\
        "subscriptionFilters":["a"],"logEvents":[%s]}"""
            .formatted(messageType, String.join(",", events));
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(envelope.getBytes(UTF_8));
    }
    return new PutRequest("p", compressed.toByteArray());
  }
}
