package io.windrow.benchmarks.scale;

import io.windrow.functions.dynamodb.DynamoTables;
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

  private final CapacityMeter meter;
  private final DynamoTables tables;
  private final MemoryStream stream = new MemoryStream();

  private MeteredTables(CapacityMeter meter, DynamoTables tables) {
    this.meter = meter;
    this.tables = tables;
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
    return new MeteredTables(
        meter, DynamoTables.create(client, "clicks-state", "clicks-results", PIPELINE));
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
    return tables
        .ports(new MemoryQuarantine(), stream)
        .with(new ClosingWatch(tables.frontiers(), onClosed));
  }

  @Override
  public void close() {
    tables.drop();
    tables.client().close();
  }
}
