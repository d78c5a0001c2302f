package io.windrow.guide;

import io.windrow.definition.DefinitionReader;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Results;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryFrontiers;
import io.windrow.simulation.memory.MemoryLedger;
import io.windrow.simulation.memory.MemoryResults;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import io.windrow.window.Watermark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stream and the pipeline of the page, in memory, with times in seconds. Record A3 is the third
 * that was put on shard A.
 */
final class WorkedExample {
  private final MemoryState state = new MemoryState();
  private final MemoryLedger ledger = state.ledger();
  private final MemoryFrontiers frontiers = state.frontiers();
  private final MemoryResults results = state.results();
  private final MemoryStream stream = new MemoryStream();
  private final Map<String, StreamRecord> records = new LinkedHashMap<>();
  private final Pipeline pipeline;
  private int tokens;

  WorkedExample(String definition, String contract) {
    byte[] schema = contract.getBytes(StandardCharsets.UTF_8);
    DefinitionReader reader = new DefinitionReader(path -> Optional.of(schema));
    this.pipeline =
        Pipeline.of(
            Plan.of(reader.read("pipeline.yaml", definition), 1),
            lookup -> {
              throw new IllegalArgumentException("no table " + lookup);
            });
  }

  void open(String shard, String... parents) {
    stream.open(shard, List.of(parents));
  }

  void split(String shard, String left, String right) {
    open(left, shard);
    open(right, shard);
    stream.close(shard, List.of(left, right));
  }

  void put(String record, long at, String page, long price, long arrival) {
    String json = "{\"at\":%d,\"page\":\"%s\",\"price\":%d}".formatted(at, page, price);
    Position position = new Position(record.substring(0, 1), record.substring(1), 0);
    StreamRecord put =
        new StreamRecord(
            position, page, arrival * 1000, json.getBytes(StandardCharsets.UTF_8), false);
    records.put(record, put);
    stream.put(put);
  }

  /** A fresh execution environment that processes batches. */
  Committer environment() {
    return environment(ledger);
  }

  Committer environment(Ledger through) {
    return new Committer(ports(through, results).chains(), pipeline.steps(), pipeline.origin());
  }

  Committed commit(Committer environment, String... batch) {
    List<StreamRecord> found = new ArrayList<>();
    for (String record : batch) {
      StreamRecord put = records.get(record);
      if (put == null) {
        throw new IllegalArgumentException("no record " + record);
      }
      found.add(put);
    }
    return environment.commit(new Batch(batch[0].substring(0, 1), found), token(), 0);
  }

  Settled settle(long now) {
    return settle(now, results);
  }

  /** Settles with a closer that writes one result, then its checkpoint, then the next. */
  Settled settle(long now, Results through) {
    stream.advanceTo(now * 1000);
    Ports ports = ports(ledger, through);
    return new Settler(
            ports,
            pipeline.steps().windows(),
            pipeline.origin(),
            RunBounds.STANDARD,
            PayloadLimits.STANDARD,
            1)
        .settle(now * 1000, token());
  }

  private Ports ports(Ledger through, Results into) {
    return state.ports(stream).with(through).with(into);
  }

  private String token() {
    return "token-" + ++tokens;
  }

  Ledger ledger() {
    return ledger;
  }

  Results results() {
    return results;
  }

  /** How far windows are closed, in seconds. */
  long closed() {
    return frontiers.read().closed() / 1000;
  }

  /** A chain as the page shows it. */
  List<String> chain(String shard) {
    return ledger.history(shard).stream()
        .map(
            entry ->
                "%s/%d  %-6s  %-3s  watermark %-4s  %s"
                    .formatted(
                        shard,
                        entry.index(),
                        kind(entry),
                        last(entry),
                        seconds(entry.watermark()),
                        says(entry))
                    .stripTrailing())
        .toList();
  }

  private static String kind(Entry entry) {
    return entry instanceof Entry.Begin ? "begin" : entry instanceof Entry.End ? "end" : "commit";
  }

  private static String last(Entry entry) {
    Position position = entry.position();
    return position == null ? "-" : position.shard() + position.sequence();
  }

  private static String seconds(long watermark) {
    return watermark == Watermark.NONE ? "none" : Long.toString(watermark / 1000);
  }

  private static String says(Entry entry) {
    if (entry instanceof Entry.End end) {
      return "children " + String.join(", ", end.children());
    }
    Counts counts = entry instanceof Entry.Commit commit ? commit.counts() : Counts.NONE;
    if (counts.received() == 0) {
      return entry instanceof Entry.Commit ? "no records: raised" : "";
    }
    return "accepted %d, late %d".formatted(counts.accepted(), counts.late());
  }

  /** All results as the page shows them, by window and page. */
  List<String> resultLines() {
    return results.byId().values().stream().map(WorkedExample::line).sorted().toList();
  }

  private static String line(Result result) {
    return "[%d, %d)  %-4s  views %s  spent %s"
        .formatted(
            result.windowStart() / 1000,
            result.windowEnd() / 1000,
            result.group().get("page"),
            result.values().get("views"),
            result.values().get("spent"));
  }
}
