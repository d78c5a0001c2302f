package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableAttributes;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;

/** Tables that a definition enriches from and that a customer's key encrypts. */
@NeedsNode
class ReferenceTableTest {
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/";

  /** A table and its key, which has the same name. */
  static ITable imported(Stack scope, String name) {
    return Table.fromTableAttributes(
        scope,
        name,
        TableAttributes.builder()
            .tableName(name)
            .encryptionKey(Key.fromKeyArn(scope, name + "-key", KEY + name))
            .build());
  }

  private static Path enrichedFrom(Path directory, String table) {
    return Changed.copy(
        directory, Map.of("{ table: ads, key:", "{ table: ads, dynamodb: " + table + ", key:"));
  }

  @Test
  void whoReadsATableMayDecryptWithItsKeyAndNoOneElse(@TempDir Path directory) {
    Stacks stacks =
        Stacks.of(
            enrichedFrom(directory, "all-ads"),
            app -> props -> props.referenceTable(imported(new Stack(app, "Tables"), "all-ads")));

    assertThat(stacks.runJson().findParents("Action"))
        .filteredOn(statement -> statement.path("Resource").asText().equals(KEY + "all-ads"))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(Stacks.list(statement.path("Action")))
                    .containsExactly("kms:Decrypt", "kms:DescribeKey"));
    assertThat(policy(stacks.runJson(), "Process")).contains(KEY + "all-ads");
  }

  private static String policy(JsonNode template, String function) {
    StringBuilder policies = new StringBuilder();
    template
        .path("Resources")
        .properties()
        .forEach(
            each -> {
              if (each.getKey().contains(function + "RoleDefaultPolicy")) {
                policies.append(each.getValue());
              }
            });
    return policies.toString();
  }

  @Test
  void aTableOfTheSameAppIsTakenWithoutItsName(@TempDir Path directory) {
    Stacks stacks =
        Stacks.of(
            enrichedFrom(directory, "all-ads"),
            app -> props -> props.referenceTable(made(new Stack(app, "Tables"))));

    assertThat(policy(stacks.runJson(), "Process")).contains("Tables:ExportsOutput", "kms:Decrypt");
  }

  private static ITable made(Stack scope) {
    return Table.Builder.create(scope, "Ads")
        .partitionKey(Attribute.builder().name("ad_id").type(AttributeType.STRING).build())
        .encryption(TableEncryption.CUSTOMER_MANAGED)
        .build();
  }

  @Test
  void aTableThatTheDefinitionDoesNotNameIsRefused(@TempDir Path directory) {
    Path pipeline = enrichedFrom(directory, "all-ads");

    assertThatThrownBy(
            () ->
                Stacks.of(
                    pipeline,
                    app ->
                        props -> props.referenceTable(imported(new Stack(app, "Tables"), "ads"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the pipeline ad-clicks enriches from no DynamoDB table ads, which referenceTable(...)"
                + " names; its tables are [all-ads]");
  }
}
