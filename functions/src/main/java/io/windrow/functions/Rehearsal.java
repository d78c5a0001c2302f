package io.windrow.functions;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.functions.kinesis.KinesisEnvelope;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.ChainPorts;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.record.Event;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crac.Context;
import org.crac.Resource;

/**
 * What a function does before SnapStart takes its snapshot, so that the snapshot holds classes that
 * are loaded and code that is compiled: canned batches are folded, and committed to nowhere, so
 * that expressions, look-ups and aggregates run, and the state table is read once (AWS Lambda
 * Developer Guide, "Maximize Lambda SnapStart performance"). Nothing is written.
 */
final class Rehearsal implements Resource {
  private static final int BATCHES = 200;
  private static final int RECORDS = 500;
  private static final long DAY = 24 * 3_600_000L;
  private static final long ARRIVAL = 4_102_444_800_000L;
  private static final String SHARD = "rehearsal";
  private static final String TOKEN = "rehearsal";

  private final ChainPorts ports;
  private final Committer committer;
  private final byte[] envelope;
  private final Telemetry telemetry;
  private final InstantSource clock;
  private long day;

  Rehearsal(
      Plan plan, Pipeline pipeline, ChainPorts ports, Telemetry telemetry, InstantSource clock) {
    this.ports = ports;
    this.telemetry = telemetry;
    this.clock = clock;
    ChainPorts nowhere =
        new ChainPorts(
            new ForgetfulLedger(pipeline.origin()),
            ports.frontiers(),
            ports.source(),
            ports.markers());
    this.committer = new Committer(nowhere, allCounting(pipeline.steps()), pipeline.origin());
    this.envelope = envelope(payloads(plan.definition(), pipeline.steps()));
  }

  /** Steps that run as they are, but that what is filtered or has no row counts all the same. */
  private static Steps allCounting(Steps steps) {
    Function<StreamRecord, List<Judged>> validation =
        record -> steps.validation().apply(record).stream().map(Rehearsal::counting).toList();
    return new Steps(validation, new AllCounting(steps.enrichment()), steps.windows());
  }

  private static Judged counting(Judged judged) {
    return judged.judgement() instanceof Judgement.Filtered filtered
        ? new Judged(judged.record(), new Judgement.Candidate(filtered.event()))
        : judged;
  }

  private record AllCounting(Enrichment real) implements Enrichment {
    @Override
    public void begin() {
      real.begin();
    }

    @Override
    public List<Judgement> enrich(List<Event> events) {
      List<Judgement> enriched = new ArrayList<>(real.enrich(events));
      for (int i = 0; i < events.size(); i++) {
        if (enriched.get(i) instanceof Judgement.Rejected) {
          enriched.set(i, new Judgement.Candidate(events.get(i)));
        }
      }
      return enriched;
    }

    @Override
    public List<String> versions() {
      return real.versions();
    }
  }

  /** The examples that the pipeline takes; if it takes none, the first, which it rejects. */
  private static List<String> payloads(Definition definition, Steps steps) {
    List<String> examples =
        ExampleEvents.of(definition.contract().schema(), definition.time(), ARRIVAL).stream()
            .map(JsonNode::toString)
            .toList();
    List<String> taken = examples.stream().filter(payload -> isTaken(payload, steps)).toList();
    return taken.isEmpty() ? examples.subList(0, 1) : taken;
  }

  private static boolean isTaken(String payload, Steps steps) {
    byte[] data = payload.getBytes(StandardCharsets.UTF_8);
    StreamRecord record = new StreamRecord(new Position(SHARD, "0", 0), "0", ARRIVAL, data, false);
    return steps.validation().apply(record).stream()
        .noneMatch(judged -> judged.judgement() instanceof Judgement.Rejected);
  }

  private static byte[] envelope(List<String> payloads) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(record(i, payloads.get(i % payloads.size())));
    }
    return records.stream()
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String record(int number, String payload) {
    return """
    {"kinesis":{"partitionKey":"%d","sequenceNumber":"%d","data":"%s",\
    "approximateArrivalTimestamp":%d},"eventID":"%s:%d"}\
    """
        .formatted(
            number,
            number,
            Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)),
            ARRIVAL / 1000,
            SHARD,
            number);
  }

  /**
   * What fails here would fail the version that is published, though all it costs is a slower first
   * batch: a role that was made a moment ago may not be allowed to read yet.
   */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    attempt(() -> ports.ledger().head(SHARD));
    attempt(this::fold);
  }

  private <T> void attempt(Supplier<T> part) {
    try {
      T unused = part.get();
    } catch (RuntimeException e) {
      telemetry.rehearsalFailed(e, clock.millis());
    }
  }

  /** Folds all rounds; the counts of all of them. */
  Counts fold() {
    Counts counts = Counts.NONE;
    for (int batch = 0; batch < BATCHES; batch++) {
      counts = counts.plus(foldBatch());
    }
    return counts;
  }

  /** Folds one round; its counts. */
  Counts foldBatch() {
    // a day later the head is forgotten, so that the same records are new again
    day++;
    return committer.commit(KinesisEnvelope.read(envelope), TOKEN, day * DAY).counts();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
