package io.windrow.infrastructure.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.windrow.functions.ProcessHandler;
import io.windrow.functions.SettleHandler;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.functions.telemetry.EmbeddedMetrics;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Source;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A pipeline's functions as they run minute by minute, on a stream and tables in memory. Their
 * metrics are those that they print; those of Kinesis and Lambda are what these would publish.
 */
final class MinuteByMinute {
  static final long START = 1_800_000_000_000L;
  static final long MINUTE = 60_000;

  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/clicks";

  private final RecordedMetrics recorded = new RecordedMetrics();
  private final List<TemplateAlarm> alarms;
  private final Set<String> fired = new TreeSet<>();
  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private final Map<String, List<StreamRecord>> pending = new TreeMap<>();
  private final ProcessHandler process;
  private final SettleHandler settle;
  private final Committer anotherLane;
  private long now = START;
  private long sequence;

  String mappingReads = STREAM;
  boolean networkIsDead;
  boolean settleIsCalled = true;
  boolean mappingIsEnabled = true;
  final Set<String> shardsThatKill = new TreeSet<>();

  MinuteByMinute(Plan plan, List<TemplateAlarm> alarms) {
    this.alarms = alarms;
    Pipeline pipeline =
        Pipeline.of(
            plan,
            lookup -> {
              throw new AssertionError("no lookups");
            });
    state.frontiers().identify("as it was made");
    stream.identify("as it was made");
    Ports memory = state.ports(stream);
    Ports ports =
        new Ports(
            overNetwork(Ledger.class, memory.ledger()),
            memory.frontiers(),
            memory.runs(),
            memory.results(),
            memory.quarantine(),
            overNetwork(Source.class, stream),
            memory.inventory(),
            memory.markers());
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    EmbeddedMetrics metrics = new EmbeddedMetrics(plan.definition(), recorded::embedded);
    this.process =
        new ProcessHandler(
            new Committer(ports.chains(), pipeline.steps(), pipeline.origin()),
            StreamId.of(STREAM),
            clock,
            metrics);
    this.anotherLane = new Committer(ports.chains(), pipeline.steps(), pipeline.origin());
    this.settle =
        new SettleHandler(
            new Settler(ports, pipeline.steps().windows(), pipeline.origin(), RunBounds.STANDARD),
            clock,
            metrics);
  }

  private <T> T overNetwork(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (networkIsDead) {
                throw SdkClientException.create("Unable to execute HTTP request: no route to host");
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  long now() {
    return now;
  }

  /** Puts a record, a second before the minute's call. */
  void put(String shard, String payload) {
    if (stream.shards().stream().noneMatch(known -> known.id().equals(shard))) {
      stream.open(shard, List.of());
    }
    StreamRecord record =
        new StreamRecord(
            new Position(shard, Long.toString(++sequence), 0),
            "key",
            now - 1000,
            payload.getBytes(UTF_8),
            false);
    stream.put(record);
    pending.computeIfAbsent(shard, id -> new ArrayList<>()).add(record);
    recorded.put("IncomingRecords", "stream", now, 1);
  }

  /** A click as it happened at a time. */
  static String click(long time) {
    return "{\"at\":%d,\"country\":\"PT\"}".formatted(time);
  }

  /** Puts as many clicks as are usual to each of two shards. */
  void putClicks(long time) {
    for (int click = 0; click < 10; click++) {
      put("shardId-000000000000", click(time + click));
      put("shardId-000000000001", click(time + click));
    }
  }

  /** Another lane of the mapping takes every second record that waits in a shard. */
  void takeEverySecond(String shard) {
    List<StreamRecord> waiting = pending.getOrDefault(shard, List.of());
    List<StreamRecord> taken = new ArrayList<>();
    for (int place = 1; place < waiting.size(); place += 2) {
      taken.add(waiting.get(place));
    }
    anotherLane.commit(new Batch(shard, taken), "another lane", now);
    waiting.removeAll(taken);
  }

  /** The state table is deleted, and restored under its name. */
  void restoreState() {
    state.frontiers().identify("restored at " + now);
  }

  /** The stream is deleted with all that waits in it, and made anew under its name. */
  void makeStreamAnew() {
    stream.makeAnew("made at " + now);
    pending.clear();
  }

  /** The mapping is created anew, and starts past all that waits. */
  void startMappingPastAll() {
    pending.clear();
  }

  /** What a service publishes that nothing here does by itself. */
  void publish(String metric, String subject, double value) {
    recorded.put(metric, subject, now, value);
  }

  /** Calls the functions as their triggers do, and looks at all alarms when the minute is over. */
  void pass() {
    stream.advanceTo(now);
    if (mappingIsEnabled) {
      publish("GetRecords.IteratorAgeMilliseconds", "stream", age());
      pending.forEach(this::deliver);
    }
    if (settleIsCalled) {
      call("settle", settle, "{}", 0);
    }
    now += MINUTE;
    alarms.stream()
        .filter(alarm -> alarm.fires(recorded, now))
        .forEach(alarm -> fired.add(alarm.id()));
  }

  private double age() {
    return pending.values().stream()
        .filter(records -> !records.isEmpty())
        .mapToLong(records -> now - records.get(0).arrival())
        .max()
        .orElse(0);
  }

  private void deliver(String shard, List<StreamRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    if (shardsThatKill.contains(shard)) {
      publish("Invocations", "process", 1);
      fail("process", records.size());
    } else if (call("process", process, envelope(records), records.size())) {
      records.clear();
    }
  }

  /** Calls a function; whether all that it was called with is done. */
  private boolean call(String name, RequestStreamHandler handler, String event, int records) {
    publish("Invocations", name, 1);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, context());
    } catch (IOException | RuntimeException e) {
      fail(name, records);
      return false;
    }
    publish("Errors", name, 0);
    publish("Duration", name, 100);
    boolean isDone = !answer.toString(UTF_8).contains("itemIdentifier");
    if (!isDone) {
      publish("FailedInvokeEventCount", "mapping", records);
    }
    return isDone;
  }

  private void fail(String name, int records) {
    publish("Errors", name, 1);
    if (records > 0) {
      publish("FailedInvokeEventCount", "mapping", records);
    }
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis") ? (Object) 300_000 : null);
  }

  private String envelope(List<StreamRecord> records) {
    return records.stream()
        .map(this::envelope)
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  private String envelope(StreamRecord record) {
    return """
    {"kinesis": {"kinesisSchemaVersion": "1.0", "partitionKey": "key", "sequenceNumber": "%s",
      "data": "%s", "approximateArrivalTimestamp": %d.%03d},
     "eventSource": "aws:kinesis", "eventName": "aws:kinesis:record", "eventID": "%s:%s",
     "eventSourceARN": "%s"}
    """
        .formatted(
            record.position().sequence(),
            Base64.getEncoder().encodeToString(record.data()),
            record.arrival() / 1000,
            record.arrival() % 1000,
            record.position().shard(),
            record.position().sequence(),
            mappingReads);
  }

  /** The alarms that fired so far, those that page or those that warn. */
  Set<String> fired(boolean paging) {
    Set<String> some = new TreeSet<>(fired);
    some.removeIf(id -> alarms.stream().anyMatch(a -> a.id().equals(id) && a.pages() != paging));
    return some;
  }
}
