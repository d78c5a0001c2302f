package io.windrow.functions.dynamodb;

import io.windrow.ledger.Frontiers;
import io.windrow.simulation.contract.FrontiersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoFrontiersTest extends FrontiersContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final DynamoFrontiers frontiers =
      new DynamoFrontiers(TABLES.client(), TABLES.state(), "clicks");

  @Override
  protected Frontiers frontiers() {
    return frontiers;
  }
}
