package io.windrow.benchmarks;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.functions.ForgetfulLedger;
import io.windrow.functions.kinesis.KinesisEnvelope;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ports;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.plan.ReferenceTable;
import io.windrow.record.Batch;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Records a second on one core, from the bytes that Lambda sends. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(AdClicksBatch.RECORDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class BatchBenchmark {
  private final byte[] envelope = AdClicksBatch.envelope();
  private final Batch batch = KinesisEnvelope.read(envelope);
  private final Pipeline pipeline = pipeline(AdClicksBatch.plan());
  private final PojoSerializer<KinesisEvent> serializer =
      LambdaEventSerializers.serializerFor(
          KinesisEvent.class, BatchBenchmark.class.getClassLoader());
  private final Ports ports =
      new MemoryState().ports(new MemoryStream()).with(new ForgetfulLedger(pipeline.origin()));

  private static Pipeline pipeline(Plan plan) {
    return Pipeline.of(
        plan,
        lookup -> {
          String path = ((ReferenceTable.File) lookup.table()).path();
          return FileReferenceData.of(path, lookup.column(), AdClicksBatch.file(path));
        });
  }

  /** Proves that what is measured happens. */
  @Setup
  public void check() {
    long accepted = commit(batch).counts().accepted();
    if (accepted < AdClicksBatch.RECORDS / 4) {
      throw new IllegalStateException("of the batch only " + accepted + " events were accepted");
    }
  }

  /** The baseline: the objects that Lambda's own library makes of an envelope. */
  @Benchmark
  public KinesisEvent envelopeToKinesisEvent() {
    return serializer.fromJson(new ByteArrayInputStream(envelope));
  }

  /** An envelope to the records of a batch. */
  @Benchmark
  public Batch envelopeToRecords() {
    return KinesisEnvelope.read(envelope);
  }

  /** Records to a commit: validated, enriched, folded, packed. */
  @Benchmark
  public Committed recordsToCommit() {
    return commit(batch);
  }

  /** All of it: an envelope to a commit, as the function does for each batch. */
  @Benchmark
  public Committed envelopeToCommit() {
    return commit(KinesisEnvelope.read(envelope));
  }

  /** A committer remembers what it has taken, so each batch gets a new one. */
  private Committed commit(Batch records) {
    return new Committer(ports.chains(), pipeline.steps(), pipeline.origin())
        .commit(records, "token", 0);
  }
}
