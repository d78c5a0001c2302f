package io.windrow.infrastructure;

import io.windrow.definition.Lookup;
import io.windrow.definition.ReferenceTable;
import java.util.List;
import software.amazon.awscdk.Stack;

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

  private static List<String> tables(PipelineContext pipeline) {
    return pipeline.definition().enrich().stream()
        .map(Lookup::table)
        .filter(ReferenceTable.Dynamo.class::isInstance)
        .map(table -> ((ReferenceTable.Dynamo) table).table())
        .distinct()
        .toList();
  }
}
