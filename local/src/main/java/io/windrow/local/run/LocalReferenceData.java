package io.windrow.local.run;

import io.windrow.definition.Lookup;
import io.windrow.definition.ReferenceTable;
import io.windrow.definition.Siblings;
import io.windrow.enrichment.CachedReferenceData;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.enrichment.ReferenceData;
import io.windrow.functions.dynamodb.DynamoReferenceData;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Opens the tables that events are enriched from; a file is read once for all environments. */
final class LocalReferenceData implements Function<Lookup, ReferenceData> {
  private static final int CACHED_ROWS = 100_000;

  private final Siblings files;
  private final DynamoDbClient client;
  private final InstantSource clock;
  private final Map<Lookup, ReferenceData> read = new ConcurrentHashMap<>();

  LocalReferenceData(Siblings files, DynamoDbClient client, InstantSource clock) {
    this.files = files;
    this.client = client;
    this.clock = clock;
  }

  @Override
  public ReferenceData apply(Lookup lookup) {
    return lookup.table() instanceof ReferenceTable.File file
        ? read.computeIfAbsent(lookup, table -> file(file, table))
        : dynamo((ReferenceTable.Dynamo) lookup.table(), lookup.column());
  }

  private ReferenceData file(ReferenceTable.File file, Lookup lookup) {
    byte[] content =
        files
            .read(file.path())
            .orElseThrow(() -> new RunException("The file " + file.path() + " has gone."));
    return FileReferenceData.of(file.path(), lookup.column(), content);
  }

  private ReferenceData dynamo(ReferenceTable.Dynamo table, String column) {
    try {
      return new CachedReferenceData(
          DynamoReferenceData.of(client, table.table(), column, clock),
          table.maxAge(),
          CACHED_ROWS,
          clock::millis);
    } catch (ResourceNotFoundException e) {
      throw new RunException(
          "Table '%1$s' is in DynamoDB, and a local run begins with an empty one: put its rows in %1$s.csv or %1$s.json beside the definition."
              .formatted(table.name()));
    }
  }
}
