package io.windrow.functions.dynamodb;

import io.windrow.ledger.Ledger;
import io.windrow.simulation.contract.LedgerLifetimeContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLedgerLifetimeTest extends LedgerLifetimeContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final String table = TABLES.state();
  private final DynamoLedger ledger = new DynamoLedger(TABLES.client(), table, "clicks");

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected void deleteExpired(long now) {
    TABLES.deleteExpired(table, now);
  }
}
