package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.StreamOwner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.TableProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.StreamProps;
import software.amazon.awscdk.services.lambda.EventSourceMappingProps;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.BucketProps;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;

/** Builds {@link WindrowPipelineProps}. Only the directory must be said. */
public final class WindrowPipelinePropsBuilder {
  private @Nullable Path directory;
  private long generation = 1;
  private @Nullable Instant start;
  private StreamCapacity capacity = StreamCapacity.onDemand();
  private Duration retention = StreamRetention.LEAST;
  private StreamOwner madeStreamOwner = StreamOwner.PIPELINE;
  private Encryption encryption = Encryption.awsManaged();
  private String runbook = "docs/runbook.md";
  private @Nullable Duration resultsTimeToLive;
  private boolean resultsIndex = true;
  private final Map<String, String> tags = new LinkedHashMap<>();

  private final ExistingResources.Builder existing = new ExistingResources.Builder();
  private final FunctionSettings.Builder functions = new FunctionSettings.Builder();
  private final Overrides.Builder overrides = new Overrides.Builder();

  WindrowPipelinePropsBuilder() {}

  /** The directory of pipeline.yaml, from where the app runs. */
  public WindrowPipelinePropsBuilder directory(String path) {
    this.directory = Path.of(path);
    return this;
  }

  /** Which deploy of the pipeline it is; each takes a greater one, a rollback too. */
  public WindrowPipelinePropsBuilder generation(long number) {
    this.generation = number;
    return this;
  }

  /** What {@code start: latest} means: the time of the first deployment, the same for each. */
  public WindrowPipelinePropsBuilder start(Instant deployed) {
    this.start = deployed;
    return this;
  }

  /** The shards of a stream that is made; on demand if not said. */
  public WindrowPipelinePropsBuilder capacity(StreamCapacity shards) {
    this.capacity = shards;
    return this;
  }

  /**
   * How long the stream holds a record, 24 hours if not said; of an existing stream, its own.
   *
   * @throws IllegalArgumentException when no stream can have it
   */
  public WindrowPipelinePropsBuilder retention(Duration duration) {
    this.retention = StreamRetention.possible(duration);
    return this;
  }

  /**
   * Others read the stream that the pipeline makes, so that its alarms ask for what the pipeline
   * reads. Of a stream that exists it need not be said.
   */
  public WindrowPipelinePropsBuilder sharedStream() {
    this.madeStreamOwner = StreamOwner.PIPELINE_AND_READERS;
    return this;
  }

  public WindrowPipelinePropsBuilder encryption(Encryption whose) {
    this.encryption = whose;
    return this;
  }

  /** The address of the runbook, which each alarm's description ends with. */
  public WindrowPipelinePropsBuilder runbook(String address) {
    this.runbook = address;
    return this;
  }

  public WindrowPipelinePropsBuilder tag(String name, String value) {
    tags.put(name, value);
    return this;
  }

  /** An existing stream, in place of the one that the definition names. */
  public WindrowPipelinePropsBuilder stream(IStream source) {
    existing.stream = source;
    return this;
  }

  public WindrowPipelinePropsBuilder stateTable(ITable table) {
    existing.stateTable = table;
    return this;
  }

  public WindrowPipelinePropsBuilder resultsTable(ITable table) {
    existing.resultsTable = table;
    return this;
  }

  public WindrowPipelinePropsBuilder quarantine(IBucket bucket) {
    existing.quarantine = bucket;
    return this;
  }

  /** Where alarms that warn are told. */
  public WindrowPipelinePropsBuilder alarmTopic(ITopic topic) {
    existing.alarmTopic = topic;
    return this;
  }

  /** The topic of paging alarms; unless set, the topic of warnings. */
  public WindrowPipelinePropsBuilder pageTopic(ITopic topic) {
    existing.pageTopic = topic;
    return this;
  }

  /**
   * A DynamoDB table that the definition enriches from and that a customer's key encrypts, which
   * the functions then may decrypt with. An imported one says its key by {@code
   * Table.fromTableAttributes}; the others need not be said.
   */
  public WindrowPipelinePropsBuilder referenceTable(ITable table) {
    existing.references.add(table);
    return this;
  }

  /** How long after it is put a result may vanish from the table; never if not said. */
  public WindrowPipelinePropsBuilder resultsTimeToLive(Duration duration) {
    this.resultsTimeToLive = duration;
    return this;
  }

  /** Makes the results table without its index of windows, which costs a write for each result. */
  public WindrowPipelinePropsBuilder withoutResultsIndex() {
    this.resultsIndex = false;
    return this;
  }

  public WindrowPipelinePropsBuilder vpc(IVpc network) {
    functions.vpc = network;
    return this;
  }

  public WindrowPipelinePropsBuilder subnets(SubnetSelection selection) {
    functions.subnets = selection;
    return this;
  }

  public WindrowPipelinePropsBuilder securityGroups(List<ISecurityGroup> groups) {
    functions.securityGroups = groups;
    return this;
  }

  /** A limit on what the functions' roles may ever do. */
  public WindrowPipelinePropsBuilder permissionsBoundary(IManagedPolicy boundary) {
    functions.permissionsBoundary = boundary;
    return this;
  }

  public WindrowPipelinePropsBuilder tracing(Tracing mode) {
    functions.tracing = mode;
    return this;
  }

  public WindrowPipelinePropsBuilder logRetention(RetentionDays days) {
    functions.logRetention = days;
    return this;
  }

  /** What the function that reads the stream has for itself; at least one for each shard. */
  public WindrowPipelinePropsBuilder reservedConcurrency(int executions) {
    functions.reservedConcurrency = executions;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideStream(Consumer<StreamProps.Builder> change) {
    overrides.stream = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideStateTable(Consumer<TableProps.Builder> change) {
    overrides.stateTable = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideResultsTable(Consumer<TableProps.Builder> change) {
    overrides.resultsTable = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideQuarantine(Consumer<BucketProps.Builder> change) {
    overrides.quarantine = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideProcess(Consumer<FunctionProps.Builder> change) {
    overrides.process = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideSettle(Consumer<FunctionProps.Builder> change) {
    overrides.settle = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideMapping(
      Consumer<EventSourceMappingProps.Builder> change) {
    overrides.mapping = change;
    return this;
  }

  /**
   * The properties, with the definition read and checked.
   *
   * @throws io.windrow.definition.DefinitionException with everything that is wrong in the
   *     definition, as {@code windrow check} tells it
   */
  public WindrowPipelineProps build() {
    if (directory == null) {
      throw new IllegalStateException("a pipeline is made from a directory: call directory(...)");
    }
    PipelineDirectory place = new PipelineDirectory(directory);
    return new WindrowPipelineProps(
        place,
        place.plan(generation),
        start,
        capacity,
        retention,
        madeStreamOwner,
        encryption,
        existing.build(),
        functions.build(),
        new ResultsSettings(resultsTimeToLive, resultsIndex),
        overrides.build(),
        runbook,
        tags);
  }
}
