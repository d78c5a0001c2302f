package io.windrow.functions.dynamodb;

import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.Source;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The two tables of one pipeline, as the ports that its committing and settling call.
 *
 * @param state the name of the table of ledgers, payloads, runs and the frontier
 * @param stored the name of the table of final results
 */
public record DynamoTables(DynamoDbClient client, String state, String stored, String pipeline) {

  /** Makes both tables anew, for runs on this machine: on AWS the construct has made them. */
  public static DynamoTables create(
      DynamoDbClient client, String state, String stored, String pipeline) {
    client.createTable(TableSchemas.state(state));
    client.createTable(TableSchemas.results(stored));
    return new DynamoTables(client, state, stored, pipeline);
  }

  public DynamoLedger ledger() {
    return new DynamoLedger(client, state, pipeline);
  }

  public DynamoFrontiers frontiers() {
    return new DynamoFrontiers(client, state, pipeline);
  }

  public DynamoRuns runs() {
    return new DynamoRuns(client, state, pipeline);
  }

  public DynamoMarkers markers() {
    return new DynamoMarkers(client, state, pipeline);
  }

  public DynamoResults results() {
    return new DynamoResults(client, stored, pipeline);
  }

  /** All ports, with those two that are no tables. */
  public Ports ports(Quarantine quarantine, Source source) {
    return ports(quarantine, source, results());
  }

  /** The same, with results that are written in another way. */
  public Ports ports(Quarantine quarantine, Source source, DynamoResults results) {
    return new Ports(
        ledger(),
        frontiers(),
        runs(),
        results,
        quarantine,
        source,
        new DynamoInventory(client, state, pipeline),
        markers());
  }

  /** Deletes both tables with all that is in them. */
  public void drop() {
    client.deleteTable(request -> request.tableName(state));
    client.deleteTable(request -> request.tableName(stored));
  }
}
