package io.windrow.functions.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The keys of the two tables that a pipeline has. */
public final class TableSchemas {
  /** The partition key of both tables. */
  public static final String KEY = "key";

  /** The sort key of the state table: the place in a chain, or the part of a payload. */
  public static final String INDEX = "index";

  /** The attribute of the state table that holds an item's time to live, in epoch seconds. */
  public static final String EXPIRES = "expires";

  /** The attribute of those entries of ledgers by which windows may close. */
  public static final String CLOSES = "closes";

  /** How the partition keys of a pipeline's ledgers begin, before its name and a slash. */
  public static final String LEDGERS = "ledger/";

  /** The sort key of the results table. */
  public static final String WINDOW_END = "windowEnd";

  private TableSchemas() {}

  /** The table of ledgers, payloads and frontiers. */
  public static CreateTableRequest state(String table) {
    return request(table, INDEX, ScalarAttributeType.N);
  }

  /** The table of final results. */
  public static CreateTableRequest results(String table) {
    return request(table, WINDOW_END, ScalarAttributeType.S);
  }

  private static CreateTableRequest request(
      String table, String sortKey, ScalarAttributeType sortType) {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attribute(KEY, ScalarAttributeType.S), attribute(sortKey, sortType))
        .keySchema(element(KEY, KeyType.HASH), element(sortKey, KeyType.RANGE))
        .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
