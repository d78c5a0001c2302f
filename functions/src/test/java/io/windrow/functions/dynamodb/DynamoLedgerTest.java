package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Entry.Payload;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.record.Position;
import io.windrow.window.Watermark;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoLedgerTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String SHARD = "shardId-000000000000";

  private final String table = TABLES.state();
  private final DynamoLedger ledger = new DynamoLedger(TABLES.client(), table, "clicks");

  @Test
  void aChainThatHasNotBegunHasNoHead() {
    assertThat(ledger.head(SHARD)).isEmpty();
    assertThat(ledger.read(SHARD, 0)).isEmpty();
  }

  @Test
  void everyKindOfEntryIsReadAsItWasAppended() {
    Entry begin = new Entry.Begin("t0", 3, Watermark.NONE, List.of("p1", "p2"), "earliest");
    Entry inline = commit(1, "t1", new Payload.Inline(new byte[] {1, 2, 3}));
    Entry parts = commit(2, "t2", new Payload.Parts(4));
    Entry raise =
        new Entry.Commit(
            3,
            "t3",
            3,
            null,
            false,
            Watermark.END,
            Counts.NONE,
            List.of(),
            new Payload.Inline(new byte[0]));
    Entry end = new Entry.End(4, "t4", 3, position("12"), 1_000, List.of("c1", "c2"));
    List<Entry> chain = List.of(begin, inline, parts, raise, end);

    chain.forEach(entry -> assertThat(ledger.append(SHARD, entry)).isNull());

    assertThat(ledger.read(SHARD, 0)).usingRecursiveComparison().isEqualTo(chain);
    assertThat(ledger.read(SHARD, 3)).usingRecursiveComparison().isEqualTo(List.of(raise, end));
    assertThat(ledger.head(SHARD)).get().isEqualTo(end);
  }

  @Test
  void theHeadIsTheGreatestIndexAndNotTheLastAsText() {
    for (int index = 1; index <= 11; index++) {
      ledger.append(SHARD, commit(index, "t" + index, new Payload.Parts(1)));
    }

    assertThat(ledger.head(SHARD)).get().extracting(Entry::index).isEqualTo(11L);
  }

  @Test
  void anEntryIsNotAppendedWhereOneStandsAndIsToldWhich() {
    Entry first = commit(1, "first", new Payload.Inline(new byte[] {7}));
    ledger.append(SHARD, first);

    Entry inTheWay = ledger.append(SHARD, commit(1, "second", new Payload.Parts(2)));

    assertThat(inTheWay).usingRecursiveComparison().isEqualTo(first);
    assertThat(ledger.read(SHARD, 0)).usingRecursiveComparison().isEqualTo(List.of(first));
  }

  @Test
  void ofManyWritersAtOnceOneAppendsAndAllOthersFindItsEntry() {
    List<CompletableFuture<String>> writers =
        IntStream.range(0, 16)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> tokenAfterAppend("t" + i)))
            .toList();

    List<String> tokens = writers.stream().map(CompletableFuture::join).toList();

    assertThat(tokens).containsOnly(ledger.head(SHARD).orElseThrow().token());
  }

  private String tokenAfterAppend(String token) {
    Entry inTheWay = ledger.append(SHARD, commit(1, token, new Payload.Parts(1)));
    return inTheWay == null ? token : inTheWay.token();
  }

  @Test
  void chainsOfShardsAndOfPipelinesAreApart() {
    ledger.append(SHARD, commit(1, "mine", new Payload.Parts(1)));

    assertThat(ledger.head("shardId-000000000001")).isEmpty();
    assertThat(new DynamoLedger(TABLES.client(), table, "click").head(SHARD)).isEmpty();
  }

  @Test
  void aLongChainIsReadInPages() {
    byte[] content = new byte[300_000];
    for (int index = 1; index <= 5; index++) {
      ledger.append(SHARD, commit(index, "t", new Payload.Inline(content)));
    }

    List<Entry> page = ledger.read(SHARD, 1);
    List<Entry> rest = ledger.read(SHARD, page.get(page.size() - 1).index() + 1);

    assertThat(page.size()).isBetween(1, 4);
    assertThat(rest.get(0).index()).isEqualTo(page.size() + 1L);
  }

  @Test
  void payloadPartsAreReadByTokenAndPart() {
    byte[] part = new byte[380_000];
    Arrays.fill(part, (byte) 9);
    ledger.putPayload(new PayloadKey(SHARD, 5, "mine"), 0, part);
    ledger.putPayload(new PayloadKey(SHARD, 5, "mine"), 1, new byte[] {1});
    ledger.putPayload(new PayloadKey(SHARD, 5, "mine"), 1, new byte[] {1});

    assertThat(ledger.payload(new PayloadKey(SHARD, 5, "mine"), 0)).hasValue(part);
    assertThat(ledger.payload(new PayloadKey(SHARD, 5, "mine"), 1)).hasValue(new byte[] {1});
    assertThat(ledger.payload(new PayloadKey(SHARD, 5, "mine"), 2)).isEmpty();
    assertThat(ledger.payload(new PayloadKey(SHARD, 5, "other"), 0)).isEmpty();
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
        new Counts(7, 3, 1, 2, 1, Map.of("json.malformed", 2L), Map.of("per-ad", 4L)),
        List.of("ads=v1"),
        payload);
  }

  private static Position position(String sequence) {
    return new Position(SHARD, sequence, 5);
  }
}
