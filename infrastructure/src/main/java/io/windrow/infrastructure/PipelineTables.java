package io.windrow.infrastructure;

import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.infrastructure.template.PinnedId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.dynamodb.TableProps;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** The two tables of a pipeline. */
record PipelineTables(ITable state, ITable results) {

  static PipelineTables of(Construct scope, WindrowPipelineProps props, @Nullable IKey key) {
    return new PipelineTables(
        Optional.ofNullable(props.existing().stateTable())
            .orElseGet(() -> state(scope, props, key)),
        Optional.ofNullable(props.existing().resultsTable())
            .orElseGet(() -> results(scope, props, key)));
  }

  /** Its stream carries the new images, so that its mapping can tell by which windows may close. */
  private static ITable state(Construct scope, WindrowPipelineProps props, @Nullable IKey key) {
    TableProps.Builder table =
        table(TableSchemas.INDEX, AttributeType.NUMBER, key)
            .timeToLiveAttribute(TableSchemas.EXPIRES)
            .stream(StreamViewType.NEW_IMAGE);
    props.overrides().stateTable().accept(table);
    TableProps asked = table.build();
    TableRules.requireState(asked);
    return made(scope, "State", asked, props);
  }

  /** Alerts compare a result with the one that it revises, so its stream carries both. */
  private static ITable results(Construct scope, WindrowPipelineProps props, @Nullable IKey key) {
    TableProps.Builder table =
        table(TableSchemas.WINDOW_END, AttributeType.STRING, key)
            .timeToLiveAttribute(TableSchemas.RESULT_EXPIRES)
            .stream(StreamViewType.NEW_AND_OLD_IMAGES);
    props.overrides().resultsTable().accept(table);
    TableProps asked = table.build();
    TableRules.requireResults(asked);
    Table made = made(scope, "Results", asked, props);
    if (props.results().indexed()) {
      made.addGlobalSecondaryIndex(byWindow());
    }
    return made;
  }

  /** By it, a window's results are found without reading the table. */
  private static GlobalSecondaryIndexProps byWindow() {
    return GlobalSecondaryIndexProps.builder()
        .indexName(TableSchemas.BY_WINDOW)
        .partitionKey(attribute(TableSchemas.VIEW_PART, AttributeType.STRING))
        .sortKey(attribute(TableSchemas.WINDOW_GROUP, AttributeType.STRING))
        .build();
  }

  private static Table made(
      Construct scope, String id, TableProps table, WindrowPipelineProps props) {
    Table made = new Table(scope, id, table);
    PinnedId.of(made, "Storage" + id, props.definition().name());
    OnlyOverTls.ofStream(scope, made);
    return made;
  }

  private static TableProps.Builder table(String sortKey, AttributeType type, @Nullable IKey key) {
    return TableProps.builder()
        .partitionKey(attribute(TableSchemas.KEY, AttributeType.STRING))
        .sortKey(attribute(sortKey, type))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .encryption(key == null ? TableEncryption.AWS_MANAGED : TableEncryption.CUSTOMER_MANAGED)
        .encryptionKey(key)
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.RETAIN)
        .resourcePolicy(OnlyOverTls.policy());
  }

  private static Attribute attribute(String name, AttributeType type) {
    return Attribute.builder().name(name).type(type).build();
  }
}
