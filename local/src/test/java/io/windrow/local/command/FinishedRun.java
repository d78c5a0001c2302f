package io.windrow.local.command;

import io.windrow.enrichment.FileReferenceData;
import io.windrow.enrichment.ReferenceData;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Kept;
import io.windrow.ledger.Steps;
import io.windrow.local.kinesis.HashRange;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.Shard;
import io.windrow.local.mapping.KinesisShards;
import io.windrow.local.mapping.ShardReader;
import io.windrow.local.mapping.ShardRecord;
import io.windrow.local.mapping.StartingPosition;
import io.windrow.local.run.EmbeddedAws;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.local.run.RunListener;
import io.windrow.local.run.RunSettings;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Lookup;
import io.windrow.plan.ReferenceTable;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Expected;
import io.windrow.simulation.oracle.History;
import io.windrow.simulation.oracle.History.Happening;
import io.windrow.simulation.oracle.Oracle;
import io.windrow.window.Watermark;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run that came to its end, and what the oracle says of the records that its stream held.
 *
 * @param verdicts of the rejected and late records
 */
record FinishedRun(
    Outcome outcome,
    Map<String, Counts> counts,
    Map<Position, String> verdicts,
    Expected expected) {

  static FinishedRun of(
      EmbeddedAws aws, Sample sample, Path input, RunSettings settings, @Nullable String key)
      throws InterruptedException {
    return of(aws, sample, input, settings, key, RunListener.NONE);
  }

  static FinishedRun of(
      EmbeddedAws aws,
      Sample sample,
      Path input,
      RunSettings settings,
      @Nullable String key,
      RunListener listener)
      throws InterruptedException {
    try (Interruption never = Interruption.listen();
        EmbeddedPipeline pipeline =
            EmbeddedPipeline.start(aws, sample.plan(), sample.directory(), settings, listener)) {
      Feed feed = Feed.start(Input.of(input), PartitionKeys.of(key), pipeline);
      boolean unused = new PipelineRun(pipeline, feed, never, () -> {}).untilDrained();
      KinesisStream stream = aws.streams().stream(sample.plan().definition().source().streamName());
      return new FinishedRun(
          Outcome.of(pipeline, false),
          counts(pipeline),
          verdicts(pipeline),
          expected(pipeline(sample).steps(), stream, settings.shards()));
    }
  }

  /** Of the shards that took records. */
  private static Map<String, Counts> counts(EmbeddedPipeline pipeline) {
    Map<String, Counts> counts = new TreeMap<>(pipeline.stored().counts());
    counts.values().removeIf(each -> each.received() == 0);
    return counts;
  }

  private static Map<Position, String> verdicts(EmbeddedPipeline pipeline) {
    Map<Position, String> verdicts = new TreeMap<>();
    pipeline.stored().kept(kept -> verdicts.put(kept.position(), verdict(kept)));
    return verdicts;
  }

  private static String verdict(Kept kept) {
    return switch (kept.verdict()) {
      case REJECTED -> "rejected " + kept.reason();
      case ACCEPTED -> "accepted, late for " + kept.views();
      case LATE -> "late";
    };
  }

  /** What the oracle expects of the records that are kept whole. */
  Map<Position, String> expectedVerdicts() {
    return expected.verdicts().entrySet().stream()
        .filter(verdict -> !verdict.getValue().equals("accepted"))
        .filter(verdict -> !verdict.getValue().equals("filtered"))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  List<String> results() {
    return outcome.results().stream().map(ResultLine::of).toList();
  }

  List<String> expectedResults() {
    return ResultLine.sorted(expected.results().values().stream()).stream()
        .map(ResultLine::of)
        .toList();
  }

  private static Pipeline pipeline(Sample sample) {
    return Pipeline.of(sample.plan(), lookup -> table(sample, lookup));
  }

  private static ReferenceData table(Sample sample, Lookup lookup) {
    String path = ((ReferenceTable.File) lookup.table()).path();
    return FileReferenceData.of(path, lookup.column(), sample.directory().read(path).orElseThrow());
  }

  /**
   * What the oracle makes of what came to each shard that the stream began with, and to those that
   * took its place: chaos has one go on where the other ended.
   */
  private static Expected expected(Steps steps, KinesisStream stream, int began) {
    List<HashRange> ranges = HashRange.uniform(began);
    Map<String, History> histories = new TreeMap<>();
    for (HashRange range : ranges) {
      List<Happening> events = new ArrayList<>();
      stream.shards().stream()
          .filter(shard -> isMostlyIn(range, shard))
          .flatMap(shard -> records(stream, shard).stream())
          .flatMap(record -> steps.validation().apply(record).stream())
          .forEach(judged -> events.add(new Happening.Came(judged)));
      histories.put(range.start().toString(), new History(Watermark.NONE, events));
    }
    return Oracle.expect(steps, histories);
  }

  private static boolean isMostlyIn(HashRange range, Shard shard) {
    BigInteger middle = shard.range().start().add(shard.range().end()).shiftRight(1);
    return range.contains(new HashRange(middle, middle));
  }

  private static List<StreamRecord> records(KinesisStream stream, Shard shard) {
    ShardReader reader =
        new KinesisShards(stream).open(shard.id(), new StartingPosition.TrimHorizon());
    List<StreamRecord> records = new ArrayList<>();
    while (!reader.atTip()) {
      reader.read(1000).forEach(each -> records.add(record(shard.id(), each)));
    }
    return records;
  }

  private static StreamRecord record(String shard, ShardRecord record) {
    return new StreamRecord(
        new Position(shard, record.sequence(), 0),
        record.partitionKey(),
        record.arrival(),
        record.data(),
        false);
  }
}
