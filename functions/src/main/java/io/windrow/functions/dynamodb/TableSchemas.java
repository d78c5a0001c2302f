package io.windrow.functions.dynamodb;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
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

  /** The index of the results table in which a window's results stand together. */
  public static final String BY_WINDOW = "by-window";

  /** The partition key of that index: pipeline, view, and a part from 0 on. */
  public static final String VIEW_PART = "view-part";

  /** How many parts there are, so that a window of many groups is not written to one partition. */
  public static final int PARTS = 8;

  /** The sort key of that index: the end of the window, a blank, and the group. */
  public static final String WINDOW_GROUP = "window-group";

  /** The attribute of the results table that holds a time to live, in epoch seconds. */
  public static final String RESULT_EXPIRES = "expires-at";

  private TableSchemas() {}

  /** The table of ledgers, payloads and frontiers. */
  public static CreateTableRequest state(String table) {
    return request(table, INDEX, ScalarAttributeType.N);
  }

  /** The table of final results. */
  public static CreateTableRequest results(String table) {
    CreateTableRequest plain = request(table, WINDOW_END, ScalarAttributeType.S);
    List<AttributeDefinition> attributes = new ArrayList<>(plain.attributeDefinitions());
    attributes.add(attribute(VIEW_PART, ScalarAttributeType.S));
    attributes.add(attribute(WINDOW_GROUP, ScalarAttributeType.S));
    return plain.toBuilder()
        .attributeDefinitions(attributes)
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName(BY_WINDOW)
                .keySchema(element(VIEW_PART, KeyType.HASH), element(WINDOW_GROUP, KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build())
        .build();
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
