package io.windrow.benchmarks.scale;

import io.windrow.functions.dynamodb.DynamoFrontiers;
import io.windrow.functions.dynamodb.DynamoLedger;
import io.windrow.functions.dynamodb.DynamoResults;
import io.windrow.functions.dynamodb.DynamoRuns;
import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ports;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryStream;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of one pipeline on DynamoDB Local, with what is used of them. */
final class MeteredTables implements AutoCloseable {
  private static final String PIPELINE = "clicks";
  private static final String STATE = "clicks-state";
  private static final String RESULTS = "clicks-results";

  private final CapacityMeter meter;
  private final DynamoDbClient client;
  private final MemoryStream stream = new MemoryStream();
  private final WatchedFrontiers frontiers;

  private MeteredTables(CapacityMeter meter, DynamoDbClient client) {
    this.meter = meter;
    this.client = client;
    this.frontiers = new WatchedFrontiers(new DynamoFrontiers(client, STATE, PIPELINE));
  }

  static MeteredTables create(URI endpoint) {
    CapacityMeter meter = new CapacityMeter();
    DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(settings -> settings.addExecutionInterceptor(meter))
            .build();
    client.createTable(TableSchemas.state(STATE));
    client.createTable(TableSchemas.results(RESULTS));
    return new MeteredTables(meter, client);
  }

  Usage used() {
    return meter.used();
  }

  MemoryStream stream() {
    return stream;
  }

  /** What to do when a closing has ended. */
  void onClosed(Runnable action) {
    frontiers.onClosed = action;
  }

  Ports ports() {
    return new Ports(
        new DynamoLedger(client, STATE, PIPELINE),
        frontiers,
        new DynamoRuns(client, STATE, PIPELINE),
        new DynamoResults(client, RESULTS, PIPELINE),
        new MemoryQuarantine(),
        stream);
  }

  @Override
  public void close() {
    client.deleteTable(request -> request.tableName(STATE));
    client.deleteTable(request -> request.tableName(RESULTS));
    client.close();
  }

  /** Tells when a closing has ended. */
  private static final class WatchedFrontiers implements Frontiers {
    private final Frontiers stored;
    private Runnable onClosed = () -> {};

    WatchedFrontiers(Frontiers stored) {
      this.stored = stored;
    }

    @Override
    public Frontier read() {
      return stored.read();
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      boolean replaced = stored.replace(expected, next);
      if (replaced && next.closed() > expected.closed()) {
        onClosed.run();
      }
      return replaced;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
      return stored.checkpoint();
    }

    @Override
    public void advance(Checkpoint checkpoint) {
      stored.advance(checkpoint);
    }
  }
}
