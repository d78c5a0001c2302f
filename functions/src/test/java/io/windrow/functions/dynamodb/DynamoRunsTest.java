package io.windrow.functions.dynamodb;

import io.windrow.ledger.Runs;
import io.windrow.simulation.contract.RunsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRunsTest extends RunsContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final DynamoRuns runs = new DynamoRuns(TABLES.client(), TABLES.state(), "clicks");

  @Override
  protected Runs runs() {
    return runs;
  }
}
