package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoReferenceDataTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

  @Test
  void rowsOfManyKeysAreReadAndThoseWithoutOneAreLeftOut() {
    table("ads", ScalarAttributeType.S);
    IntStream.range(0, 250)
        .forEach(i -> put("ads", Map.of("id", text("ad" + i), "campaign", text("c" + i % 7))));
    Set<Object> keys = IntStream.range(0, 300).mapToObj(i -> "ad" + i).collect(Collectors.toSet());

    Map<Object, ?> rows = data("ads").rows(keys);

    assertThat(rows).hasSize(250);
    assertThat(rows.get("ad13")).isEqualTo(Map.of("id", "ad13", "campaign", "c6"));
    assertThat(rows.get("ad299")).isNull();
  }

  @Test
  void rowsLargerThanOneAnswerHoldsAreAllRead() {
    table("pages", ScalarAttributeType.S);
    String large = "x".repeat(390_000);
    IntStream.range(0, 50)
        .forEach(i -> put("pages", Map.of("id", text("p" + i), "body", text(large))));

    Set<Object> keys = IntStream.range(0, 50).mapToObj(i -> "p" + i).collect(Collectors.toSet());

    assertThat(data("pages").rows(keys)).hasSize(50);
  }

  @Test
  void aNumberMatchesWhateverDigitsItIsWrittenWith() {
    table("levels", ScalarAttributeType.N);
    put("levels", Map.of("id", AttributeValue.fromN("1.50"), "name", text("low")));
    put("levels", Map.of("id", AttributeValue.fromN("200"), "name", text("high")));
    Set<Object> keys =
        Set.of(
            new BigDecimal("1.5"), new BigDecimal("1.500"), 200L, new BigDecimal("2.0E+2"), 201L);

    Map<Object, ?> rows = data("levels").rows(keys);

    assertThat(rows.keySet())
        .isEqualTo(
            Set.of(new BigDecimal("1.5"), new BigDecimal("1.500"), 200L, new BigDecimal("2.0E+2")));
  }

  @Test
  void aKeyThatNoRowCanHaveHasNone() {
    table("names", ScalarAttributeType.S);
    put("names", Map.of("id", text("a")));
    Set<Object> keys = new HashSet<>(List.of("", "x".repeat(3_000), 7L, true, "a"));

    assertThat(data("names").rows(keys).keySet()).isEqualTo(Set.of("a"));

    table("numbers", ScalarAttributeType.N);
    assertThat(data("numbers").rows(Set.of(new BigDecimal("1E+300"), "1"))).isEmpty();
  }

  @Test
  void attributesOfEveryTypeAreValues() {
    table("all", ScalarAttributeType.S);
    put(
        "all",
        Map.of(
            "id", text("a"),
            "flag", AttributeValue.fromBool(true),
            "nothing", AttributeValue.fromNul(true),
            "price", AttributeValue.fromN("1.10"),
            "tags", AttributeValue.fromSs(List.of("x")),
            "levels", AttributeValue.fromNs(List.of("1")),
            "list", AttributeValue.fromL(List.of(text("y"), AttributeValue.fromN("2"))),
            "map", AttributeValue.fromM(Map.of("z", AttributeValue.fromBool(false))),
            "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("hi"))));

    Map<String, Object> row = new HashMap<>(data("all").rows(Set.of("a")).get("a"));

    assertThat(row.remove("nothing")).isNull();
    assertThat(row)
        .isEqualTo(
            Map.of(
                "id",
                "a",
                "flag",
                true,
                "price",
                new BigDecimal("1.1"),
                "tags",
                List.of("x"),
                "levels",
                List.of(1L),
                "list",
                List.of("y", 2L),
                "map",
                Map.of("z", false),
                "bytes",
                "aGk="));
  }

  @Test
  void theVersionIsTheTimeOfTheLastRead() {
    table("versioned", ScalarAttributeType.S);

    assertThat(data("versioned").version()).isEqualTo("2026-01-01T12:00:00.000Z");
  }

  @Test
  void aTableOfAnotherKeyIsRefused() {
    table("others", ScalarAttributeType.S);

    assertThatThrownBy(() -> DynamoReferenceData.of(TABLES.client(), "others", "ad_id", NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("table others: expected the key to be ad_id alone");
    assertThatThrownBy(() -> DynamoReferenceData.of(TABLES.client(), TABLES.state(), "key", NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the key to be key alone");
  }

  private static DynamoReferenceData data(String table) {
    return DynamoReferenceData.of(TABLES.client(), table, "id", NOON);
  }

  private static void table(String name, ScalarAttributeType type) {
    TABLES.create(
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                AttributeDefinition.builder().attributeName("id").attributeType(type).build())
            .keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
            .build());
  }

  private static void put(String table, Map<String, AttributeValue> item) {
    TABLES.client().putItem(request -> request.tableName(table).item(item));
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }
}
