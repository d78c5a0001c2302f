package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.functions.kinesis.AggregatedRecords;
import io.windrow.functions.kinesis.EnvelopeText;
import io.windrow.functions.kinesis.KinesisEnvelope;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Kept;
import io.windrow.ledger.KeptLine;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.record.Expansion;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one record makes of commits and of quarantine, however it was packed. */
class AmplificationTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void emptyRecordsThatShareALongPartitionKeyAreOneRejectedRecord() {
    byte[] packed = AggregatedRecords.pack("k".repeat(500_000), 83_326);

    Committed committed = commit(packed);

    assertThat(packed.length).isLessThan(MEBIBYTE);
    assertThat(committed.additions()).hasSize(1);
    assertThat(committed.counts().reasons()).isEqualTo(Map.of("record.aggregate", 1L));
    assertThat(quarantined(committed)).isLessThan(2 * MEBIBYTE);
  }

  @Test
  void emptyRecordsOfTheLongestPartitionKeyAreOneRejectedRecord() {
    Committed committed = commit(AggregatedRecords.pack("k".repeat(256), 83_326));

    assertThat(committed.counts().reasons()).isEqualTo(Map.of("record.aggregate", 1L));
  }

  @Test
  void whatIsWithinTheLimitAddsToQuarantineInProportion() {
    Committed committed = commit(AggregatedRecords.pack("k", 83_326));

    assertThat(committed.counts().reasons()).isEqualTo(Map.of("record.empty", 83_326L));
    assertThat(committed.additions()).hasSizeLessThan(10);
    assertThat(quarantined(committed)).isLessThan(3L * Expansion.LIMIT);
  }

  private static Committed commit(byte[] data) {
    Position position = new Position(Clicks.SHARD, "1", 0);
    StreamRecord record = new StreamRecord(position, "key", 60_000, data, false);
    MemoryStream stream = new MemoryStream();
    stream.open(Clicks.SHARD, List.of());
    Pipeline pipeline =
        Pipeline.of(
            Plan.of(Clicks.definition(), 1),
            lookup -> {
              throw new AssertionError();
            });
    Committer committer =
        new Committer(
            new MemoryState().ports(stream).chains(), pipeline.steps(), pipeline.origin());
    return committer.commit(
        KinesisEnvelope.read(EnvelopeText.of(List.of(record), 1)), "token", 60_000);
  }

  private static long quarantined(Committed committed) {
    return committed.additions().stream()
        .flatMap(addition -> addition.kept().stream())
        .mapToLong(AmplificationTest::lineLength)
        .sum();
  }

  private static long lineLength(Kept kept) {
    return KeptLine.of(kept).length();
  }
}
