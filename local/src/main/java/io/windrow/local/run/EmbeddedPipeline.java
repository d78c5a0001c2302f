package io.windrow.local.run;

import io.windrow.definition.Plan;
import io.windrow.definition.Siblings;
import io.windrow.functions.Telemetry;
import io.windrow.functions.kinesis.KinesisSource;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.ledger.Chain;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Kept;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Settled;
import io.windrow.local.chaos.Chaos;
import io.windrow.local.chaos.ChaosPorts;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.kinesis.Shard;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.mapping.Backoff;
import io.windrow.local.mapping.EventSourceMapping;
import io.windrow.local.mapping.EventSourceMappingBuilder;
import io.windrow.local.mapping.KinesisShards;
import io.windrow.local.mapping.MappingConfig;
import io.windrow.local.mapping.MappingListener;
import io.windrow.view.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One pipeline run whole in this process: its stream, its tables, and its functions, which take
 * batches as bytes from an event source mapping, as on AWS. Nothing of it outlives it.
 */
public final class EmbeddedPipeline implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration BATCHING_WINDOW = Duration.ofMillis(100);

  /** What an invocation can carry of one record: 6 MB of JSON with the record in Base64. */
  private static final int MAX_RECORD_BYTES = 4 << 20;

  private final Plan plan;
  private final RunListener listener;
  private final EmbeddedAws aws;
  private final KinesisStream stream;
  private final PipelineTables tables;
  private final PaneBoundaries boundaries;
  private final FedSource source;
  private final Settling settling;
  private final EventSourceMapping mapping;
  private final AtomicLong redelivered = new AtomicLong();

  private EmbeddedPipeline(
      EmbeddedAws aws, Plan plan, Siblings files, RunSettings settings, RunListener listener) {
    String name = plan.definition().name();
    this.plan = plan;
    this.listener = listener;
    this.aws = aws;
    this.boundaries = new PaneBoundaries(plan.views());
    this.stream = aws.streams().create(spec(settings.shards()));
    this.tables = PipelineTables.create(aws.clients().dynamoDb(), name);
    this.source =
        new FedSource(
            new KinesisSource(aws.clients().kinesis(), StreamId.of(stream.name()), null, CLOCK));
    LocalFunctions functions =
        new LocalFunctions(
            plan,
            new LocalReferenceData(files, aws.clients().dynamoDb(), CLOCK),
            ports(settings),
            CLOCK,
            telemetry(),
            new Warnings(listener));
    this.settling =
        new Settling(
            functions.settle(config("settle", settings)),
            functions.settler(),
            tables.frontiers()::read,
            listener);
    this.mapping = mapping(functions, settings);
  }

  /**
   * Starts a pipeline.
   *
   * @param files those beside the definition
   * @throws RunException when its reference data is not there
   */
  public static EmbeddedPipeline start(
      EmbeddedAws aws, Plan plan, Siblings files, RunSettings settings, RunListener listener) {
    EmbeddedPipeline pipeline = new EmbeddedPipeline(aws, plan, files, settings, listener);
    pipeline.settling.start();
    pipeline.mapping.start();
    return pipeline;
  }

  private StreamSpec spec(int shards) {
    return new StreamSpec(
        plan.definition().source().streamName(),
        StreamSpec.Mode.PROVISIONED,
        shards,
        MAX_RECORD_BYTES,
        Map.of());
  }

  /** The ports, watched where they are, and struck by chaos before that. */
  private Ports ports(RunSettings settings) {
    Ports plain = tables.ports(settings.quarantine(), source);
    Ports watched =
        new Ports(
            new WatchedLedger(plain.ledger(), this::entered),
            plain.frontiers(),
            plain.runs(),
            results -> {
              plain.results().put(results);
              listener.announced(results);
            },
            plain.quarantine(),
            plain.source());
    return settings.chaos() == null ? watched : struck(watched, settings.chaos());
  }

  private static Ports struck(Ports ports, long seed) {
    ChaosPorts chaos = new ChaosPorts(seed);
    return new Ports(
        chaos.over(ports.ledger()),
        chaos.over(ports.frontiers()),
        chaos.over(ports.runs()),
        chaos.over(ports.results()),
        ports.quarantine(),
        ports.source());
  }

  private void entered(String shard, Entry entry) {
    listener.entered(shard, entry);
    if (boundaries.isPassedBy(shard, entry)) {
      settling.hint();
    }
  }

  private Telemetry telemetry() {
    return new Telemetry() {
      @Override
      public void committed(Committed committed, long now) {
        redelivered.addAndGet(committed.redelivered());
      }

      @Override
      public void settled(Settled settled, long now) {
        listener.settled(settled);
      }
    };
  }

  private EventSourceMapping mapping(LocalFunctions functions, RunSettings settings) {
    MappingConfig config = config("process", settings);
    EventSourceMappingBuilder mapped =
        EventSourceMapping.builder(config, new KinesisShards(stream), functions.process(config));
    return settings.chaos() == null
        ? mapped.listener(new Failures(listener)).build()
        : mapped.deliveries(new Chaos(settings.chaos())).build();
  }

  private MappingConfig config(String function, RunSettings settings) {
    String functionArn =
        "arn:aws:lambda:us-east-1:000000000000:function:"
            + plan.definition().name()
            + "-"
            + function;
    return MappingConfig.builder(stream.arn(), functionArn)
        .batchSize(settings.batch())
        .batchingWindow(BATCHING_WINDOW)
        .backoff(settings.chaos() == null ? Backoff.DEFAULT : Backoff.NONE)
        .bisectBatchOnFunctionError()
        .reportBatchItemFailures()
        .build();
  }

  /** Puts a record to the stream, as {@code PutRecord} would. */
  public void put(PutRequest record) {
    stream.put(record);
  }

  /** Says that the input is in the stream: from now on a shard may count as empty. */
  public void finishInput() {
    source.finish();
  }

  /** Whether every record put has been handled. */
  public boolean isDrained() {
    return mapping.drained();
  }

  /** Stops the functions after their invocations under way, and leaves what is in the stream. */
  public void stop() {
    mapping.close();
    settling.close();
  }

  /** Ends event time, so that every window closes. The pipeline must be drained, and stopped. */
  public void endEventTime() {
    settling.end();
  }

  /** The counts of each shard, as its ledger has them. */
  public Map<String, Counts> counts() {
    Map<String, Counts> counts = new TreeMap<>();
    for (Shard shard : stream.shards()) {
      counts.put(shard.id(), new Chain(tables.ledger(), shard.id()).counts());
    }
    return counts;
  }

  /** How many records came again after they had been taken. */
  public long redelivered() {
    return redelivered.get();
  }

  /** The final results, in no order. */
  public Stream<Result> results() {
    return tables.results().scan(plan.views());
  }

  /** Gives every rejected or late record, by shard and position. */
  public void kept(Consumer<Kept> each) {
    stream.shards().stream()
        .map(Shard::id)
        .sorted()
        .forEach(shard -> new Chain(tables.ledger(), shard).kept(each));
  }

  @Override
  public void close() {
    stop();
    tables.close();
    aws.streams().delete(stream.name());
  }

  /** Tells of invocations that failed. */
  private record Failures(RunListener listener) implements MappingListener {
    @Override
    public void failed(String shard, int records, String reason) {
      listener.warned("%d records of %s are tried again: %s".formatted(records, shard, reason));
    }
  }
}
