package io.windrow.local.run;

import io.windrow.functions.dynamodb.DynamoFrontiers;
import io.windrow.functions.dynamodb.DynamoInventory;
import io.windrow.functions.dynamodb.DynamoLedger;
import io.windrow.functions.dynamodb.DynamoResults;
import io.windrow.functions.dynamodb.DynamoRuns;
import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.Source;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The state table and the results table of one pipeline, made for a run and dropped after it. */
final class PipelineTables implements AutoCloseable {
  private final DynamoDbClient client;
  private final String pipeline;
  private final String state;
  private final String results;

  private PipelineTables(DynamoDbClient client, String pipeline) {
    this.client = client;
    this.pipeline = pipeline;
    this.state = "windrow-" + pipeline + "-state";
    this.results = "windrow-" + pipeline + "-results";
  }

  static PipelineTables create(DynamoDbClient client, String pipeline) {
    PipelineTables tables = new PipelineTables(client, pipeline);
    client.createTable(TableSchemas.state(tables.state));
    client.createTable(TableSchemas.results(tables.results));
    return tables;
  }

  DynamoLedger ledger() {
    return new DynamoLedger(client, state, pipeline);
  }

  DynamoFrontiers frontiers() {
    return new DynamoFrontiers(client, state, pipeline);
  }

  DynamoResults results() {
    return new DynamoResults(client, results, pipeline);
  }

  /** The ports as the functions have them. */
  Ports ports(Quarantine quarantine, Source source) {
    return new Ports(
        ledger(),
        frontiers(),
        new DynamoRuns(client, state, pipeline),
        results(),
        quarantine,
        source,
        new DynamoInventory(client, state, pipeline));
  }

  @Override
  public void close() {
    client.deleteTable(request -> request.tableName(state));
    client.deleteTable(request -> request.tableName(results));
  }
}
