package io.windrow.cases;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Siblings;
import io.windrow.enrichment.ReferenceData;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Kept;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import io.windrow.view.ScalarJson;
import io.windrow.window.Timestamps;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A definition and its files in a directory, run on lines of input through the real steps, fold,
 * ledger and closing, in memory.
 */
final class CaseRun {
  private static final String SHARD = "shard-0";

  private final Plan plan;
  private final Pipeline pipeline;

  private CaseRun(Plan plan) {
    this.plan = plan;
    this.pipeline = Pipeline.of(plan, CaseRun::noTable);
  }

  static CaseRun of(Path directory) {
    return of(Plan.of(new DefinitionReader(siblings(directory)).read(), 1));
  }

  static CaseRun of(Plan plan) {
    return new CaseRun(plan);
  }

  static Siblings siblings(Path directory) {
    return path -> read(directory.resolve(path));
  }

  private static ReferenceData noTable(Lookup lookup) {
    throw new IllegalArgumentException("a case has no tables: " + lookup);
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What comes of the lines once every window is closed: the results, the rejected and late
   * records, and the totals, a line each.
   *
   * @param arrival when the line of a number arrives
   */
  List<String> run(List<String> lines, LongUnaryOperator arrival) {
    MemoryState state = new MemoryState();
    MemoryStream stream = new MemoryStream();
    stream.open(SHARD, List.of());
    List<StreamRecord> records = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      byte[] data = lines.get(i).getBytes(StandardCharsets.UTF_8);
      Position position = new Position(SHARD, Integer.toString(i + 1), 0);
      records.add(new StreamRecord(position, "key", arrival.applyAsLong(i), data, false));
    }
    records.forEach(stream::put);
    Committed committed = commit(state.ports(stream), records);
    List<String> told =
        new ArrayList<>(
            state.results().byId().values().stream().map(CaseRun::line).sorted().toList());
    told.addAll(kept(committed));
    told.add(totals(committed.counts()));
    return told;
  }

  private Committed commit(Ports ports, List<StreamRecord> records) {
    Committed committed =
        new Committer(ports.chains(), pipeline.steps(), pipeline.origin())
            .commit(new Batch(SHARD, records), "commit", 0);
    Settler settler =
        new Settler(ports, Pipeline.windows(plan), pipeline.origin(), RunBounds.STANDARD);
    if (!settler.endEventTime("end")) {
      throw new AssertionError("event time does not end");
    }
    settler.settle(0, "settle");
    return committed;
  }

  private static String line(Result result) {
    return String.join(
        " ",
        result.view(),
        json(result.group()),
        Timestamps.iso(result.windowStart()),
        Timestamps.iso(result.windowEnd()),
        json(result.values()));
  }

  private static String json(Map<String, @Nullable Object> values) {
    JsonMapper mapper =
        JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = mapper.createGenerator(text)) {
      json.setPrettyPrinter(OneLine.PRINTER);
      json.writeStartObject();
      for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
        json.writeFieldName(value.getKey());
        ScalarJson.write(json, value.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> kept(Committed committed) {
    Map<String, Integer> kept = new TreeMap<>();
    for (Committed.Addition addition : committed.additions()) {
      for (Kept record : addition.kept()) {
        String verdict =
            record.verdict() == Kept.Verdict.REJECTED ? "rejected " + record.reason() : "late";
        kept.merge(verdict, 1, Integer::sum);
      }
    }
    return kept.entrySet().stream().map(each -> each.getKey() + " x" + each.getValue()).toList();
  }

  private static String totals(Counts counts) {
    return "received %d accepted %d filtered %d rejected %d late %d"
        .formatted(
            counts.received(),
            counts.accepted(),
            counts.filtered(),
            counts.rejected(),
            counts.late());
  }

  /** A space after commas and colons, and no line breaks. */
  private static final class OneLine {
    static final DefaultPrettyPrinter PRINTER =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Spacing.AFTER)
                    .withObjectEntrySpacing(Spacing.AFTER)
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance);
  }
}
