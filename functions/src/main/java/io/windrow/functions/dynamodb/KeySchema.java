package io.windrow.functions.dynamodb;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The key of a table of reference data: one attribute, a string or a number. */
record KeySchema(String attribute, ScalarAttributeType type) {
  private static final int LONGEST = 2048;

  /**
   * The key that a table has.
   *
   * @throws IllegalArgumentException when it is not this one attribute
   */
  static KeySchema of(DynamoDbClient client, String table, String attribute) {
    TableDescription description =
        Grants.STANDARD
            .await(() -> client.describeTable(request -> request.tableName(table)))
            .table();
    if (description.keySchema().size() != 1
        || !description.keySchema().get(0).attributeName().equals(attribute)) {
      throw new IllegalArgumentException(
          "table %s: expected the key to be %s alone, found %s"
              .formatted(table, attribute, description.keySchema()));
    }
    return new KeySchema(
        attribute,
        description.attributeDefinitions().stream()
            .filter(definition -> definition.attributeName().equals(attribute))
            .map(AttributeDefinition::attributeType)
            .findFirst()
            .orElseThrow());
  }

  /** The key of the row of a value; empty if no row can have it. */
  Optional<AttributeValue> toKey(Object value) {
    if (type == ScalarAttributeType.S && value instanceof String text) {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      return length == 0 || length > LONGEST
          ? Optional.empty()
          : Optional.of(AttributeValue.fromS(text));
    }
    if (type == ScalarAttributeType.N && value instanceof Number number) {
      BigDecimal decimal = Scalars.decimal(number);
      return Decimals.isInRange(decimal) ? Optional.of(number(decimal)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The key of a row, in the one form that {@link #toKey} gives. */
  AttributeValue keyOf(Map<String, AttributeValue> row) {
    AttributeValue key = row.get(attribute);
    if (key == null) {
      throw new IllegalArgumentException("a row without its key " + attribute);
    }
    return type == ScalarAttributeType.N ? number(new BigDecimal(key.n())) : key;
  }

  private static AttributeValue number(BigDecimal number) {
    return AttributeValue.fromN(number.stripTrailingZeros().toString());
  }
}
