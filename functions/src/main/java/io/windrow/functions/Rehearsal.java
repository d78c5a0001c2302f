package io.windrow.functions;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.definition.Plan;
import io.windrow.functions.kinesis.KinesisEnvelope;
import io.windrow.ledger.ChainPorts;
import io.windrow.ledger.Committer;
import io.windrow.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.crac.Context;
import org.crac.Resource;

/**
 * What a function does before SnapStart takes its snapshot, so that the snapshot holds classes that
 * are loaded and code that is compiled: canned batches are folded, and committed to nowhere, and
 * the state table is read once (AWS Lambda Developer Guide, "Maximize Lambda SnapStart
 * performance"). Nothing is written.
 */
final class Rehearsal implements Resource {
  private static final int BATCHES = 200;
  private static final int RECORDS = 500;
  private static final long DAY = 24 * 3_600_000L;
  private static final String SHARD = "rehearsal";
  private static final String TOKEN = "rehearsal";

  private final ChainPorts ports;
  private final Committer committer;
  private final byte[] envelope;

  Rehearsal(Plan plan, Pipeline pipeline, ChainPorts ports) {
    this.ports = ports;
    ChainPorts nowhere =
        new ChainPorts(new ForgetfulLedger(pipeline.origin()), ports.frontiers(), ports.source());
    this.committer = new Committer(nowhere, pipeline.steps(), pipeline.origin());
    this.envelope = envelope(payloads(plan.definition().contract().schema()));
  }

  /** The contract's examples; without any, an event that meets no contract. */
  private static List<String> payloads(JsonNode schema) {
    List<String> payloads = new ArrayList<>();
    schema.path("examples").forEach(example -> payloads.add(example.toString()));
    return payloads.isEmpty() ? List.of("{}") : payloads;
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
        "approximateArrivalTimestamp":4102444800.0},"eventID":"%s:%d"}"""
        .formatted(
            number,
            number,
            Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)),
            SHARD,
            number);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    var unused = ports.ledger().head(SHARD);
    for (int day = 0; day < BATCHES; day++) {
      // a day later the head is forgotten, so that the same records are new again
      committer.commit(KinesisEnvelope.read(envelope), TOKEN, day * DAY);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
