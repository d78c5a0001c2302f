package io.windrow.functions;

import io.windrow.enrichment.CachedReferenceData;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.enrichment.ReferenceData;
import io.windrow.functions.dynamodb.DynamoReferenceData;
import io.windrow.plan.Lookup;
import io.windrow.plan.ReferenceTable;
import java.time.InstantSource;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Opens the tables that a pipeline's events are enriched from. */
public final class ReferenceTables {
  /** How many rows of a DynamoDB table are remembered; small rows take some 50 MB then. */
  private static final int MOST_ROWS = 100_000;

  private final Function<String, byte[]> files;
  private final DynamoDbClient client;
  private final InstantSource clock;

  /**
   * The tables of a pipeline.
   *
   * @param files reads a file by its path in the definition
   */
  public ReferenceTables(
      Function<String, byte[]> files, DynamoDbClient client, InstantSource clock) {
    this.files = files;
    this.client = client;
    this.clock = clock;
  }

  /** The table of a lookup. */
  public ReferenceData open(Lookup lookup) {
    return lookup.table() instanceof ReferenceTable.Dynamo dynamo
        ? open(dynamo, lookup.column())
        : open((ReferenceTable.File) lookup.table(), lookup.column());
  }

  private ReferenceData open(ReferenceTable.Dynamo table, String attribute) {
    DynamoReferenceData rows = DynamoReferenceData.of(client, table.table(), attribute, clock);
    return new CachedReferenceData(rows, table.maxAge(), MOST_ROWS, clock::millis);
  }

  private ReferenceData open(ReferenceTable.File file, String column) {
    return FileReferenceData.of(file.path(), column, files.apply(file.path()));
  }
}
