package io.windrow.functions;

import io.windrow.definition.Plan;
import io.windrow.definition.StreamSource;
import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.functions.kinesis.KinesisSource;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.functions.s3.S3Bucket;
import io.windrow.functions.s3.S3Quarantine;
import io.windrow.functions.telemetry.EmbeddedMetrics;
import io.windrow.functions.telemetry.OperatorLog;
import io.windrow.functions.telemetry.Telemetry;
import io.windrow.functions.telemetry.ValueMetrics;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.pipeline.Pipeline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A pipeline put together with AWS, as a function's environment and asset say. */
final class Wiring {
  private final FunctionEnvironment environment;
  private final AwsClients clients;
  private final InstantSource clock;
  private final Plan plan;
  private final Pipeline pipeline;

  Wiring(FunctionEnvironment environment, Asset asset, AwsClients clients, InstantSource clock) {
    this.environment = environment;
    this.clients = clients;
    this.clock = clock;
    this.plan = asset.plan();
    ReferenceTables tables = new ReferenceTables(asset::file, clients.dynamoDb(), clock);
    this.pipeline = Pipeline.of(plan, tables::open);
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

  Committer committer() {
    return new Committer(ports(Wiring::refuse), pipeline.steps(), pipeline.origin());
  }

  Settler settler() {
    S3Quarantine quarantine =
        new S3Quarantine(S3Bucket.ofEnvironment(environment.quarantineBucket()), pipeline.name());
    return new Settler(ports(quarantine), pipeline.steps(), pipeline.origin(), RunBounds.STANDARD);
  }

  Rehearsal rehearsal() {
    return new Rehearsal(plan, pipeline, ports(Wiring::refuse));
  }

  Telemetry telemetry() {
    return new EmbeddedMetrics(plan.definition(), System.out::println)
        .and(new ValueMetrics(plan.definition(), System.out::println))
        .and(new OperatorLog(plan.definition(), System.out::println));
  }

  private Ports ports(Quarantine quarantine) {
    DynamoTables tables =
        new DynamoTables(
            clients.dynamoDb(),
            environment.stateTable(),
            environment.resultsTable(),
            pipeline.name());
    return tables.ports(
        quarantine,
        new KinesisSource(clients.kinesis(), StreamId.of(environment.stream()), start(), clock));
  }

  /** Commits keep records in the ledger; settling alone files them. */
  private static void refuse(String name, byte[] content) {
    throw new IllegalStateException("a function that commits files nothing, not even " + name);
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
