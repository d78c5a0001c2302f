package io.windrow.infrastructure;

import io.windrow.plan.Lookup;
import io.windrow.plan.ReferenceTable;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.dynamodb.ITable;

/** The DynamoDB tables that events are enriched from. */
final class ReferenceAccess {
  private ReferenceAccess() {}

  /** Lets a function do some things with each of the tables. */
  static void allow(PipelineContext pipeline, PipelineFunction function, String... actions) {
    for (String table : tables(pipeline)) {
      Stack stack = Stack.of(function);
      function.allow(
          "arn:%s:dynamodb:%s:%s:table/%s"
              .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), table),
          actions);
    }
  }

  /**
   * Lets a function decrypt what it reads from those tables whose keys are known.
   *
   * @throws IllegalArgumentException when the definition does not enrich from one of them
   */
  static void allowKeys(PipelineContext pipeline, PipelineFunction function) {
    List<String> named = tables(pipeline);
    for (ITable table : pipeline.props().existing().references()) {
      String name = table.getTableName();
      if (!Token.isUnresolved(name) && !named.contains(name)) {
        throw new IllegalArgumentException(
            "the pipeline %s enriches from no DynamoDB table %s, which referenceTable(...) names; its tables are %s"
                .formatted(pipeline.name(), name, named));
      }
      KeyAccess.read(table.getEncryptionKey(), function.role());
    }
  }

  private static List<String> tables(PipelineContext pipeline) {
    return pipeline.definition().enrich().stream()
        .map(Lookup::table)
        .filter(ReferenceTable.Dynamo.class::isInstance)
        .map(table -> ((ReferenceTable.Dynamo) table).table())
        .distinct()
        .toList();
  }
}
