package io.windrow.functions.dynamodb;

import io.windrow.functions.dynamodb.UntimedScan.Scanned;
import io.windrow.ledger.Inventory;
import io.windrow.ledger.Inventory.Item.PayloadPart;
import io.windrow.ledger.Inventory.Item.RunManifest;
import io.windrow.ledger.Inventory.Item.RunPart;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs.PartKey;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the state table holds of one pipeline without a time to live, found by scanning it. */
public final class DynamoInventory implements Inventory {
  static final String PUT_AT = "putAt";

  private static final String AFTER = "after";
  private static final String BEGUN_AT = "begunAt";

  private final StateTable table;
  private final StateKeys keys;
  private final UntimedScan scan;

  public DynamoInventory(DynamoDbClient client, String table, String pipeline) {
    this.table = new StateTable(client, table);
    this.keys = new StateKeys(pipeline);
    List<String> kinds = List.of(keys.payloads(), keys.runs(), keys.parts());
    this.scan = new UntimedScan(client, table, kinds, PUT_AT);
  }

  @Override
  public Pass pass() {
    return table
        .get(keys.sweep(), 0)
        .map(item -> new Pass(item.text(AFTER), item.number(BEGUN_AT)))
        .orElse(Pass.NONE);
  }

  @Override
  public void note(Pass pass) {
    table.put(
        new ItemBuilder(keys.sweep(), 0)
            .text(AFTER, pass.after())
            .number(BEGUN_AT, pass.begunAt())
            .build());
  }

  @Override
  public Page page(String after) {
    Scanned scanned = scan.page(after);
    return new Page(scanned.items().stream().map(this::toItem).toList(), scanned.mark());
  }

  @Override
  public void expire(Item item, long at) {
    if (item instanceof PayloadPart part) {
      table.expire(keys.payload(part.key()), part.part(), at);
    } else if (item instanceof RunPart part) {
      table.expire(keys.part(part.part()), part.item(), at);
    } else if (item instanceof RunManifest manifest) {
      RunId run = manifest.run();
      table.expire(keys.manifests(run.shard(), run.level()), run.number(), at);
    }
  }

  private Item toItem(StoredItem item) {
    String key = item.text(TableSchemas.KEY);
    long index = item.number(TableSchemas.INDEX);
    if (key.startsWith(keys.payloads())) {
      String[] names = names(key, keys.payloads());
      PayloadKey of = new PayloadKey(names[0], Long.parseLong(names[1]), names[2]);
      return new PayloadPart(of, Math.toIntExact(index), item.number(PUT_AT));
    }
    if (key.startsWith(keys.runs())) {
      String[] names = names(key, keys.runs());
      return new RunManifest(new RunId(names[0], Integer.parseInt(names[1]), index));
    }
    String[] names = names(key, keys.parts());
    RunId run = new RunId(names[0], Integer.parseInt(names[1]), Long.parseLong(names[2]));
    return new RunPart(
        new PartKey(run, names[3], Integer.parseInt(names[4])), Math.toIntExact(index));
  }

  /** A key's names past its prefix; no shard's id, token or number has a slash. */
  private static String[] names(String key, String prefix) {
    return key.substring(prefix.length()).split("/", -1);
  }
}
