package io.windrow.functions;

import io.windrow.functions.dynamodb.DynamoResults;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.functions.kinesis.KinesisSource;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.functions.s3.S3Bucket;
import io.windrow.functions.s3.S3Quarantine;
import io.windrow.functions.telemetry.EmbeddedMetrics;
import io.windrow.functions.telemetry.OperatorLog;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.functions.telemetry.ValueMetrics;
import io.windrow.ledger.ChainPorts;
import io.windrow.ledger.Committer;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.PoisonRules;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.plan.StreamSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A pipeline put together with AWS, as a function's environment and asset say. */
final class Wiring {
  private final FunctionEnvironment environment;
  private final AwsClients clients;
  private final InstantSource clock;
  private final Asset asset;
  private final Plan plan;

  Wiring(FunctionEnvironment environment, Asset asset, AwsClients clients, InstantSource clock) {
    this.environment = environment;
    this.asset = asset;
    this.clients = clients;
    this.clock = clock;
    this.plan = asset.plan();
  }

  /**
   * The wiring of the function that runs here.
   *
   * @throws IllegalStateException when its environment or its asset lacks something
   */
  static Wiring ofFunction() {
    return new Wiring(
        FunctionEnvironment.of(System.getenv()),
        new Asset(Wiring.class.getClassLoader()),
        AwsClients.ofEnvironment(),
        InstantSource.system());
  }

  InstantSource clock() {
    return clock;
  }

  /** What records go through; it opens the tables that they are enriched from. */
  Pipeline pipeline() {
    ReferenceTables tables = new ReferenceTables(asset::file, clients.dynamoDb(), clock);
    return Pipeline.of(plan, tables::open);
  }

  Committer committer(Pipeline pipeline, Rehearsal rehearsal) {
    return new Committer(
        chains(),
        pipeline.steps(),
        pipeline.origin(),
        PayloadLimits.STANDARD,
        PoisonRules.rehearsing(rehearsal::foldBatch));
  }

  Rehearsal rehearsal(Pipeline pipeline) {
    return new Rehearsal(plan, pipeline, chains(), telemetry(), clock);
  }

  /** Settling needs neither the contract nor what records are enriched from. */
  Settler settler() {
    String name = plan.definition().name();
    S3Quarantine quarantine =
        new S3Quarantine(S3Bucket.ofEnvironment(environment.quarantineBucket()), name);
    DynamoResults results =
        new DynamoResults(
            clients.dynamoDb(),
            environment.resultsTable(),
            name,
            environment.resultsTimeToLive(),
            clock);
    return new Settler(
        tables().ports(quarantine, source(), results),
        Pipeline.windows(plan),
        Pipeline.origin(plan),
        RunBounds.STANDARD);
  }

  Telemetry telemetry() {
    return new EmbeddedMetrics(plan.definition(), System.out::println)
        .and(new ValueMetrics(plan.definition(), System.out::println))
        .and(new OperatorLog(plan.definition(), System.out::println));
  }

  StreamId stream() {
    return StreamId.of(environment.stream());
  }

  private ChainPorts chains() {
    DynamoTables tables = tables();
    KinesisSource hurried =
        new KinesisSource(clients.kinesis(), stream(), start(), clock, KinesisSource.HURRIED);
    return new ChainPorts(tables.ledger(), tables.frontiers(), hurried, tables.markers());
  }

  private DynamoTables tables() {
    return new DynamoTables(
        clients.dynamoDb(),
        environment.stateTable(),
        environment.resultsTable(),
        plan.definition().name());
  }

  private KinesisSource source() {
    return new KinesisSource(clients.kinesis(), stream(), start(), clock);
  }

  private @Nullable Instant start() {
    StreamSource.Start start = plan.definition().source().start();
    if (start instanceof StreamSource.At at) {
      return Instant.ofEpochMilli(at.millis());
    }
    return start instanceof StreamSource.Latest ? latest() : null;
  }

  /** The definition's {@code latest} must be one time for every shard and every function. */
  private Instant latest() {
    try {
      return Instant.parse(environment.start());
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "the definition starts at latest, and the environment variable %s is '%s'; expected the time of the first deployment, such as 2026-01-31T12:00:00Z"
              .formatted(FunctionEnvironment.START, environment.start()),
          e);
    }
  }
}
