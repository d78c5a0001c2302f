package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Ports;
import io.windrow.simulation.contract.InventoryContract;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoInventoryTest extends InventoryContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final String table = TABLES.state();
  private final Ports ports = ports("clicks");

  private Ports ports(String pipeline) {
    return new DynamoTables(TABLES.client(), table, "no-results", pipeline)
        .ports(new MemoryQuarantine(), new MemoryStream());
  }

  @Override
  protected Ports ports() {
    return ports;
  }

  @Override
  protected void deleteExpired(long now) {
    TABLES.deleteExpired(table, now);
  }

  @Test
  void whatAnotherPipelineKeepsInTheSameTableIsNotFound() {
    PayloadKey key = new PayloadKey("shardId-000000000000", 1, "token");
    ports("click").ledger().putPayload(key, 0, new byte[] {1}, 1_234);

    assertThat(ports.inventory().page("").items()).isEmpty();
  }
}
