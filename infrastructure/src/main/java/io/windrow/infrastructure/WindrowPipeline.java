package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.PipelineAlarms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;
import software.constructs.IDependable;

/** A pipeline on AWS: storage, functions, alarms and dashboard, as one directory defines them. */
public final class WindrowPipeline extends Construct {
  private final PipelineStorage storage;
  private final ProcessFunction process;
  private final SettleFunction settle;
  private final Monitoring monitoring;

  /** A pipeline with a storage of its own. */
  public WindrowPipeline(Construct scope, String id, WindrowPipelineProps props) {
    this(scope, id, props, null);
  }

  /**
   * A pipeline on a storage that lies elsewhere, as in a stack of its own.
   *
   * @param elsewhere made from the same properties; null for one that is made here
   * @throws IllegalArgumentException when it is the storage of another pipeline, or has other keys
   */
  public WindrowPipeline(
      Construct scope, String id, WindrowPipelineProps props, @Nullable PipelineStorage elsewhere) {
    super(scope, id);
    this.storage = elsewhere == null ? new PipelineStorage(this, "Storage", props) : elsewhere;
    storage.requireMadeFor(props);
    PipelineContext pipeline = new PipelineContext(storage, props);
    try (FunctionAsset asset = FunctionAsset.of(props.directory(), props.plan())) {
      Code code = asset.code();
      this.process = new ProcessFunction(this, pipeline, code);
      this.settle = new SettleFunction(this, pipeline, code);
    }
    this.monitoring = Monitoring.of(this, pipeline, process, settle);
    moveLast(List.of(process.function(), settle.function()));
    Tags.of(this).add("windrow:pipeline", pipeline.name());
    props.tags().forEach(Tags.of(this)::add);
  }

  /**
   * Lets no alias move before both versions have their snapshots and all is made that does not need
   * an alias. Code of a greater generation shuts the earlier code out with its first commit, so
   * what fails after that can't be rolled back.
   */
  private void moveLast(List<PipelineFunction> functions) {
    List<IDependable> first = new ArrayList<>(monitoring.alarms().beforeMapping());
    functions.forEach(each -> first.add(each.function().getCurrentVersion()));
    functions.forEach(
        each -> each.alias().getNode().addDependency(first.toArray(IDependable[]::new)));
  }

  /**
   * Lets someone read final results by key, and those of a window by the table's index. Of a table
   * that is imported, the app says its index by {@code globalIndexes}.
   */
  public Grant grantReadResults(IGrantable reader) {
    KeyAccess.read(resultsTable().getEncryptionKey(), reader);
    return resultsTable()
        .grant(reader, "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
  }

  /** Lets someone put records to the stream. */
  public Grant grantPutRecords(IGrantable sender) {
    KeyAccess.write(stream().getEncryptionKey(), sender);
    return stream().grant(sender, "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords");
  }

  public IStream stream() {
    return storage.stream();
  }

  public ITable stateTable() {
    return storage.stateTable();
  }

  public ITable resultsTable() {
    return storage.resultsTable();
  }

  public IBucket quarantine() {
    return storage.quarantine();
  }

  /** The alias of the function that reads the stream. */
  public IFunction processFunction() {
    return process.function().alias();
  }

  /** The alias of the function that settles. */
  public IFunction settleFunction() {
    return settle.function().alias();
  }

  /** The topic of alarms; paging ones go there too unless they have a topic of their own. */
  public ITopic alarmTopic() {
    return monitoring.topic();
  }

  /** The alarm that fires while any that pages does; for the eye, since each pages by itself. */
  public IAlarm healthAlarm() {
    return monitoring.alarms().health();
  }

  /**
   * Every alarm, to give more actions to. None that uses the pipeline's functions, such as a
   * function that calls one: aliases move after alarms, so CloudFormation would find each waiting
   * for the other. Subscribe such a function to {@link #alarmTopic()}.
   */
  public PipelineAlarms alarms() {
    return monitoring.alarms();
  }

  public Dashboard dashboard() {
    return monitoring.dashboard().dashboard();
  }

  /** The customer's key of what is stored, null where AWS manages the keys. */
  public @Nullable IKey key() {
    return storage.key();
  }

  public EventSourceMapping mapping() {
    return process.mapping();
  }
}
