package io.windrow.local.run;

import io.windrow.definition.Siblings;
import io.windrow.enrichment.ReferenceData;
import io.windrow.functions.ReferenceTables;
import io.windrow.plan.Lookup;
import io.windrow.plan.ReferenceTable;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Opens the tables that events are enriched from; a file is read once for all environments. */
final class LocalReferenceData implements Function<Lookup, ReferenceData> {
  private final ReferenceTables tables;
  private final Map<Lookup, ReferenceData> files = new ConcurrentHashMap<>();

  LocalReferenceData(Siblings siblings, DynamoDbClient client, InstantSource clock) {
    this.tables = new ReferenceTables(path -> content(siblings, path), client, clock);
  }

  private static byte[] content(Siblings siblings, String path) {
    return siblings
        .read(path)
        .orElseThrow(() -> new RunException("The file " + path + " has gone."));
  }

  /**
   * Opens the tables that are in DynamoDB, so that a missing one is told before any record waits.
   *
   * @throws RunException when one is not there
   */
  void requireTables(List<Lookup> lookups) {
    lookups.stream()
        .filter(lookup -> lookup.table() instanceof ReferenceTable.Dynamo)
        .forEach(this::ofDynamoDb);
  }

  @Override
  public ReferenceData apply(Lookup lookup) {
    return lookup.table() instanceof ReferenceTable.File
        ? files.computeIfAbsent(lookup, tables::open)
        : ofDynamoDb(lookup);
  }

  private ReferenceData ofDynamoDb(Lookup lookup) {
    try {
      return tables.open(lookup);
    } catch (ResourceNotFoundException e) {
      throw new RunException(
          "Table '%1$s' is in DynamoDB, and a local run begins with an empty one: put its rows in %1$s.csv or %1$s.json beside the definition."
              .formatted(lookup.table().name()));
    }
  }
}
