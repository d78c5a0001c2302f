package io.windrow.functions.dynamodb;

import io.windrow.ledger.Filed;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The runs of one pipeline in the state table: an item a manifest, and items for each part. */
public final class DynamoRuns implements Runs {
  private static final String CONTENT = "content";

  private final StateTable table;
  private final StateKeys keys;

  public DynamoRuns(DynamoDbClient client, String table, String pipeline) {
    this.table = new StateTable(client, table);
    this.keys = new StateKeys(pipeline);
  }

  @Override
  public List<Manifest> manifests(String shard, int level, long fromNumber) {
    List<Manifest> manifests = new ArrayList<>();
    for (StoredItem item : table.page(keys.manifests(shard, level), fromNumber)) {
      RunId run = new RunId(shard, level, item.number(TableSchemas.INDEX));
      if (run.number() != fromNumber + manifests.size()) {
        break;
      }
      manifests.add(ManifestItems.toManifest(run, item));
    }
    return manifests;
  }

  @Override
  public Optional<Long> latest(String shard, int level) {
    return table.last(keys.manifests(shard, level)).map(item -> item.number(TableSchemas.INDEX));
  }

  @Override
  public void putPart(PartKey part, int item, byte[] content) {
    table.put(new ItemBuilder(keys.part(part), item).bytes(CONTENT, content).build());
  }

  @Override
  public Optional<byte[]> part(PartKey part, int item) {
    return table.get(keys.part(part), item).map(found -> found.bytes(CONTENT));
  }

  @Override
  public void putManifest(Manifest manifest) {
    RunId run = manifest.run();
    table.put(ManifestItems.toItem(keys.manifests(run.shard(), run.level()), manifest));
  }

  /** The manifest last, so that whoever is cut off finds it and begins again. */
  @Override
  public void expire(Manifest manifest, long at) {
    RunId run = manifest.run();
    for (Manifest.Part part : manifest.parts()) {
      for (int item = 0; item < part.payload().items(); item++) {
        table.expire(keys.part(manifest.key(part)), item, at);
      }
    }
    table.expire(keys.manifests(run.shard(), run.level()), run.number(), at);
  }

  @Override
  public Retired retired(String shard) {
    return RetiredItems.toRetired(table.page(keys.retired(shard), 0));
  }

  @Override
  public void retire(String shard, long index) {
    forward(RetiredItems.of(keys.retired(shard), RetiredItems.ENTRIES, index));
  }

  @Override
  public void retireRuns(String shard, int level, long number) {
    forward(RetiredItems.of(keys.retired(shard), level, number));
  }

  private void forward(Map<String, AttributeValue> item) {
    table.putIf(item, RetiredItems.isBefore(item));
  }

  @Override
  public Filed filed(String shard) {
    return table.get(keys.filed(shard), 0).map(FiledItems::toFiled).orElse(Filed.NONE);
  }

  @Override
  public boolean replaceFiled(String shard, Filed expected, Filed next) {
    return table.putIf(FiledItems.toItem(keys.filed(shard), next), FiledItems.isStill(expected));
  }
}
