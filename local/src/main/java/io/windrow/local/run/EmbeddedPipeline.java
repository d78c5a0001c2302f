package io.windrow.local.run;

import io.windrow.definition.Siblings;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.functions.kinesis.KinesisSource;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.functions.telemetry.EmbeddedMetrics;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.functions.telemetry.ValueMetrics;
import io.windrow.ledger.Ports;
import io.windrow.local.chaos.Chaos;
import io.windrow.local.chaos.Progress;
import io.windrow.local.chaos.Resharding;
import io.windrow.local.kinesis.KinesisStream;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.kinesis.StreamSpec;
import io.windrow.local.mapping.EventSourceMapping;
import io.windrow.local.mapping.KinesisShards;
import io.windrow.local.mapping.MappingConfig;
import io.windrow.plan.Plan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One pipeline run whole in this process: its stream, its tables, and its functions, which take
 * batches as bytes from an event source mapping, as on AWS. Nothing of it outlives it.
 */
public final class EmbeddedPipeline implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration BATCHING_WINDOW = Duration.ofMillis(100);

  /** As the construct sets them. */
  private static final Duration PROCESS_TIME_OUT = Duration.ofSeconds(60);

  private static final Duration SETTLE_TIME_OUT = Duration.ofMinutes(5);

  private final Plan plan;
  private final EmbeddedAws aws;
  private final KinesisStream stream;
  private final DynamoTables tables;
  private final Chaos chaos;
  private final Consumer<String> warned;
  private final Resharding resharding;
  private final FedSource source;
  private final Redelivered redelivered = new Redelivered();
  private final Settling settling;
  private final EventSourceMapping mapping;
  private volatile boolean stopped;

  private EmbeddedPipeline(
      EmbeddedAws aws, Plan plan, Siblings files, RunSettings settings, RunListener listener) {
    this.plan = plan;
    this.aws = aws;
    this.stream = aws.streams().create(spec(settings.shards()));
    this.tables = tables(aws.clients().dynamoDb(), plan.definition().name());
    this.chaos = Chaos.of(settings.chaos(), listener::struck);
    this.warned = chaos.warned(listener::warned);
    this.resharding = chaos.resharding(aws.clients().kinesis(), stream.name(), progress());
    this.source =
        new FedSource(
            new KinesisSource(aws.clients().kinesis(), StreamId.of(stream.name()), null, CLOCK),
            shard -> stream.shard(shard).isOpen() && !resharding.isSetAside(shard));
    WatchedPorts watched = new WatchedPorts(listener, this::hint);
    Ports ports = chaos.over(watched.over(tables.ports(settings.quarantine(), source)));
    LocalFunctions functions = functions(ports, files, listener);
    this.settling =
        new Settling(
            chaos.settling(functions.settle(config("settle", settings, SETTLE_TIME_OUT))),
            functions.settler(),
            tables.frontiers()::read,
            warned);
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

  private static DynamoTables tables(DynamoDbClient client, String name) {
    List<String> names = tableNames(name);
    return DynamoTables.create(client, names.get(0), names.get(1), name);
  }

  /** The tables of state and results that a pipeline of that name has here. */
  public static List<String> tableNames(String pipeline) {
    return List.of("windrow-" + pipeline + "-state", "windrow-" + pipeline + "-results");
  }

  private LocalFunctions functions(Ports ports, Siblings files, RunListener listener) {
    Telemetry telemetry =
        redelivered
            .and(new EmbeddedMetrics(plan.definition(), listener::measured))
            .and(new ValueMetrics(plan.definition(), listener::measured))
            .and(new KeptRecords(listener::kept));
    LocalReferenceData reference = new LocalReferenceData(files, aws.clients().dynamoDb(), CLOCK);
    reference.requireTables(plan.definition().enrich());
    return new LocalFunctions(plan, reference, ports, CLOCK, telemetry, new Warnings(warned));
  }

  private Progress progress() {
    return new FeedProgress(tables.ledger(), this::isDrained, () -> stopped, this::hint);
  }

  private void hint() {
    settling.hint();
  }

  private StreamSpec spec(int shards) {
    return StreamSpec.provisioned(plan.definition().source().streamName(), shards);
  }

  private EventSourceMapping mapping(LocalFunctions functions, RunSettings settings) {
    MappingConfig config = config("process", settings, PROCESS_TIME_OUT);
    return EventSourceMapping.builder(config, new KinesisShards(stream), functions.process(config))
        .deliveries(chaos::delivery)
        .listener(new Failures(warned))
        .build();
  }

  private MappingConfig config(String function, RunSettings settings, Duration timeout) {
    String functionArn =
        "arn:aws:lambda:us-east-1:000000000000:function:"
            + plan.definition().name()
            + "-"
            + function;
    return MappingConfig.builder(stream.arn(), functionArn)
        .timeout(timeout)
        .batchSize(settings.batch())
        .batchingWindow(BATCHING_WINDOW)
        .backoff(chaos.backoff())
        .bisectBatchOnFunctionError()
        .reportBatchItemFailures()
        .build();
  }

  /** Puts a record of the input to the stream, as {@code PutRecord} would. */
  public void put(PutRequest record) {
    stream.put(record);
    resharding.put();
  }

  /** Says that the input is in the stream: from now on a shard may count as empty. */
  public void finishInput() {
    source.finish();
  }

  /**
   * Whether every record put has been handled.
   *
   * @throws RunException when a person must put something right before anything goes on
   */
  public boolean isDrained() {
    settling.requireUnbroken();
    return mapping.drained();
  }

  /** Whether anything at all was put to the stream. */
  public boolean hasReceived() {
    return !stream.isEmpty();
  }

  /** Stops the functions after their invocations under way, and leaves what is in the stream. */
  public void stop() {
    stopped = true;
    mapping.close();
    settling.close();
  }

  /** Ends event time, so that every window closes. The pipeline must be drained, and stopped. */
  public void endEventTime() {
    settling.end();
  }

  /** What the run has come to so far. */
  public StoredRun stored() {
    return new StoredRun(tables, stream, plan.views());
  }

  /** How many records came again after they had been taken. */
  public long redelivered() {
    return redelivered.records();
  }

  @Override
  public void close() {
    stop();
    chaos.close();
    tables.drop();
    aws.streams().delete(stream.name());
  }
}
