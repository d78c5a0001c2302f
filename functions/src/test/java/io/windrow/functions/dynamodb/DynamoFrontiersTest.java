package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Frontiers;
import io.windrow.simulation.contract.FrontiersContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoFrontiersTest extends FrontiersContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final DynamoFrontiers frontiers =
      new DynamoFrontiers(TABLES.client(), TABLES.state(), "clicks");

  @Override
  protected Frontiers frontiers() {
    return frontiers;
  }

  @Test
  void aTableThatIsMadeAnewUnderItsNameIsAnother() {
    String table = TABLES.state();
    DynamoFrontiers former = new DynamoFrontiers(TABLES.client(), table, "clicks");
    String identity = former.identity();
    assertThat(identity).isNotEmpty().isEqualTo(former.identity());

    TABLES.client().deleteTable(request -> request.tableName(table));
    TABLES.client().createTable(TableSchemas.state(table));

    assertThat(former.identity()).isNotEmpty().isNotEqualTo(identity);
  }
}
