package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.StreamOwner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Map<String, String> tags = new LinkedHashMap<>();

  private @Nullable IStream stream;
  private @Nullable ITable stateTable;
  private @Nullable ITable resultsTable;
  private @Nullable IBucket quarantine;
  private @Nullable ITopic alarmTopic;
  private @Nullable ITopic pageTopic;
  private final List<ITable> references = new ArrayList<>();

  private @Nullable IVpc vpc;
  private @Nullable SubnetSelection subnets;
  private List<ISecurityGroup> securityGroups = List.of();
  private @Nullable IManagedPolicy permissionsBoundary;
  private Tracing tracing = Tracing.DISABLED;
  private RetentionDays logRetention = RetentionDays.ONE_MONTH;
  private @Nullable Integer reservedConcurrency;

  private Consumer<StreamProps.Builder> streamProps = props -> {};
  private Consumer<TableProps.Builder> stateTableProps = props -> {};
  private Consumer<TableProps.Builder> resultsTableProps = props -> {};
  private Consumer<BucketProps.Builder> quarantineProps = props -> {};
  private Consumer<FunctionProps.Builder> processProps = props -> {};
  private Consumer<FunctionProps.Builder> settleProps = props -> {};
  private Consumer<EventSourceMappingProps.Builder> mappingProps = props -> {};

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
  public WindrowPipelinePropsBuilder stream(IStream existing) {
    this.stream = existing;
    return this;
  }

  public WindrowPipelinePropsBuilder stateTable(ITable existing) {
    this.stateTable = existing;
    return this;
  }

  public WindrowPipelinePropsBuilder resultsTable(ITable existing) {
    this.resultsTable = existing;
    return this;
  }

  public WindrowPipelinePropsBuilder quarantine(IBucket existing) {
    this.quarantine = existing;
    return this;
  }

  /** Where alarms that warn are told. */
  public WindrowPipelinePropsBuilder alarmTopic(ITopic existing) {
    this.alarmTopic = existing;
    return this;
  }

  /** Where the health alarm pages; the topic of the alarms that warn if not said. */
  public WindrowPipelinePropsBuilder pageTopic(ITopic existing) {
    this.pageTopic = existing;
    return this;
  }

  /**
   * A DynamoDB table that the definition enriches from and that a customer's key encrypts, which
   * the functions then may decrypt with. An imported one says its key by {@code
   * Table.fromTableAttributes}; the others need not be said.
   */
  public WindrowPipelinePropsBuilder referenceTable(ITable existing) {
    references.add(existing);
    return this;
  }

  public WindrowPipelinePropsBuilder vpc(IVpc network) {
    this.vpc = network;
    return this;
  }

  public WindrowPipelinePropsBuilder subnets(SubnetSelection selection) {
    this.subnets = selection;
    return this;
  }

  public WindrowPipelinePropsBuilder securityGroups(List<ISecurityGroup> groups) {
    this.securityGroups = List.copyOf(groups);
    return this;
  }

  /** A limit on what the functions' roles may ever do. */
  public WindrowPipelinePropsBuilder permissionsBoundary(IManagedPolicy boundary) {
    this.permissionsBoundary = boundary;
    return this;
  }

  public WindrowPipelinePropsBuilder tracing(Tracing mode) {
    this.tracing = mode;
    return this;
  }

  public WindrowPipelinePropsBuilder logRetention(RetentionDays days) {
    this.logRetention = days;
    return this;
  }

  /** What the function that reads the stream has for itself; at least one for each shard. */
  public WindrowPipelinePropsBuilder reservedConcurrency(int executions) {
    this.reservedConcurrency = executions;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideStream(Consumer<StreamProps.Builder> change) {
    this.streamProps = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideStateTable(Consumer<TableProps.Builder> change) {
    this.stateTableProps = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideResultsTable(Consumer<TableProps.Builder> change) {
    this.resultsTableProps = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideQuarantine(Consumer<BucketProps.Builder> change) {
    this.quarantineProps = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideProcess(Consumer<FunctionProps.Builder> change) {
    this.processProps = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideSettle(Consumer<FunctionProps.Builder> change) {
    this.settleProps = change;
    return this;
  }

  public WindrowPipelinePropsBuilder overrideMapping(
      Consumer<EventSourceMappingProps.Builder> change) {
    this.mappingProps = change;
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
        new ExistingResources(
            stream, stateTable, resultsTable, quarantine, alarmTopic, pageTopic, references),
        new FunctionSettings(
            vpc,
            subnets,
            securityGroups,
            permissionsBoundary,
            tracing,
            logRetention,
            reservedConcurrency),
        new Overrides(
            streamProps,
            stateTableProps,
            resultsTableProps,
            quarantineProps,
            processProps,
            settleProps,
            mappingProps),
        runbook,
        tags);
  }
}
