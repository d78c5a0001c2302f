package io.windrow.benchmarks.scale;

import io.windrow.functions.dynamodb.DynamoFrontiers;
import io.windrow.functions.dynamodb.DynamoInventory;
import io.windrow.functions.dynamodb.DynamoLedger;
import io.windrow.functions.dynamodb.DynamoResults;
import io.windrow.functions.dynamodb.DynamoRuns;
import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.ledger.Ports;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.simulation.world.ClosingWatch;
import java.net.URI;
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

  private MeteredTables(CapacityMeter meter, DynamoDbClient client) {
    this.meter = meter;
    this.client = client;
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

  /**
   * The ports as the functions have them.
   *
   * @param onClosed what to do when a closing has ended
   */
  Ports ports(Runnable onClosed) {
    return new Ports(
        new DynamoLedger(client, STATE, PIPELINE),
        new ClosingWatch(new DynamoFrontiers(client, STATE, PIPELINE), onClosed),
        new DynamoRuns(client, STATE, PIPELINE),
        new DynamoResults(client, RESULTS, PIPELINE),
        new MemoryQuarantine(),
        stream,
        new DynamoInventory(client, STATE, PIPELINE));
  }

  @Override
  public void close() {
    client.deleteTable(request -> request.tableName(STATE));
    client.deleteTable(request -> request.tableName(RESULTS));
    client.close();
  }
}
