package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Marker;
import io.windrow.ledger.Marker.Attempt;
import io.windrow.ledger.Markers;
import io.windrow.record.Position;
import io.windrow.simulation.contract.MarkersContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoMarkersTest extends MarkersContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final String table = TABLES.state();
  private final DynamoMarkers markers = new DynamoMarkers(TABLES.client(), table, "clicks");

  @Override
  protected Markers markers() {
    return markers;
  }

  @Test
  void aMarkerHasATimeToLiveAndSaysWhoTriedWhat() {
    Position record = new Position("A", "7", 0);
    markers.replace(
        "A", Marker.NONE, new Marker(List.of(new Attempt("t", record, record, 0)), null), 9_000);

    Map<String, AttributeValue> item =
        TABLES
            .client()
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .consistentRead(true)
                        .key(
                            Map.of(
                                "key", AttributeValue.fromS("marker/clicks/A"),
                                "index", AttributeValue.fromN("0"))))
            .item();

    assertThat(item).containsEntry(TableSchemas.EXPIRES, AttributeValue.fromN("9"));
    assertThat(item)
        .containsEntry(
            "attempts",
            AttributeValue.fromL(
                List.of(AttributeValue.fromS("A:7:0 to A:7:0 until 1970-01-01T00:00:00.000Z"))));
  }
}
