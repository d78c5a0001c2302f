package io.windrow.functions.dynamodb;

import io.windrow.ledger.Runs;
import io.windrow.simulation.contract.RunsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRunsTest extends RunsContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final String table = TABLES.state();
  private final DynamoRuns runs = new DynamoRuns(TABLES.client(), table, "clicks");

  @Override
  protected Runs runs() {
    return runs;
  }

  @Override
  protected void deleteExpired(long now) {
    TABLES.deleteExpired(table, now);
  }
}
