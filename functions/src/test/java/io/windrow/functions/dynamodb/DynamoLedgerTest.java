package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Payload;
import io.windrow.record.Position;
import io.windrow.simulation.contract.LedgerContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoLedgerTest extends LedgerContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String SHARD = "shardId-000000000000";

  private final String table = TABLES.state();
  private final DynamoLedger ledger = new DynamoLedger(TABLES.client(), table, "clicks");

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Test
  void chainsOfPipelinesAreApart() {
    ledger.append(SHARD, commit(1, "mine", new Payload.Parts(1)));

    assertThat(new DynamoLedger(TABLES.client(), table, "click").head(SHARD)).isEmpty();
  }

  @Test
  void aPersonReadsWhatACommitSays() {
    ledger.append(SHARD, commit(1, "t1", new Payload.Parts(2)));

    Map<String, AttributeValue> item =
        TABLES
            .client()
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(
                            Map.of(
                                "key", AttributeValue.fromS("ledger/clicks/" + SHARD),
                                "index", AttributeValue.fromN("1"))))
            .item();

    assertThat(item).containsEntry("kind", AttributeValue.fromS("commit"));
    assertThat(item).containsEntry("watermark", AttributeValue.fromN("1500000000123"));
    assertThat(item)
        .containsEntry("watermarkTime", AttributeValue.fromS("2017-07-14T02:40:00.123Z"));
    assertThat(Values.toValue(item.getOrDefault("counts", AttributeValue.fromNul(true))))
        .isEqualTo(
            Map.of("received", 7L, "accepted", 3L, "filtered", 1L, "rejected", 2L, "late", 1L));
    assertThat(item)
        .containsEntry(
            "reasons", AttributeValue.fromM(Map.of("json.malformed", AttributeValue.fromN("2"))));
    assertThat(item).containsEntry("sequence", AttributeValue.fromS("11"));
    assertThat(item).containsEntry("format", AttributeValue.fromN("1"));
  }

  @Test
  void anItemOfAnotherFormatIsAnErrorThatSaysWhich() {
    Map<String, AttributeValue> item =
        new HashMap<>(
            EntryItems.toItem("ledger/clicks/" + SHARD, commit(1, "t", new Payload.Parts(1))));
    item.put("format", AttributeValue.fromN("2"));
    TABLES.client().putItem(request -> request.tableName(table).item(item));

    assertThatThrownBy(() -> ledger.head(SHARD))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "item ledger/clicks/shardId-000000000000 1 has format 2,"
                + " and this version of Windrow reads 1: deploy the version that wrote it");
  }

  @Test
  void anItemThatLacksAnAttributeIsAnErrorThatSaysWhich() {
    Map<String, AttributeValue> item =
        new HashMap<>(
            EntryItems.toItem("ledger/clicks/" + SHARD, commit(1, "t", new Payload.Parts(1))));
    item.remove("token");
    TABLES.client().putItem(request -> request.tableName(table).item(item));

    assertThatThrownBy(() -> ledger.head(SHARD))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no token of its type");
  }

  private static Entry commit(long index, String token, Payload payload) {
    return new Entry.Commit(
        index,
        token,
        3,
        position("11"),
        true,
        1_500_000_000_123L,
        true,
        new Counts(7, 3, 1, 2, 1, Map.of("json.malformed", 2L), Map.of("per-ad", 4L)),
        List.of("ads=v1"),
        payload);
  }

  private static Position position(String sequence) {
    return new Position(SHARD, sequence, 5);
  }
}
