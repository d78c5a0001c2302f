package io.windrow.functions.dynamodb;

import io.windrow.functions.concurrent.Concurrently;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledgers of one pipeline in the state table: an item an entry, an item a payload part. */
public final class DynamoLedger implements Ledger {
  private static final String CONTENT = "content";

  /** A read waits some milliseconds for its answer; more than these keep one core busy anyway. */
  private static final int READERS = 16;

  private final StateTable table;
  private final StateKeys keys;

  public DynamoLedger(DynamoDbClient client, String table, String pipeline) {
    this.table = new StateTable(client, table);
    this.keys = new StateKeys(pipeline);
  }

  @Override
  public Optional<Entry> head(String shard) {
    return table.last(keys.ledger(shard)).map(item -> EntryItems.toEntry(shard, item));
  }

  @Override
  public Map<String, Entry> heads(Collection<String> shards) {
    Map<String, Entry> heads = new ConcurrentSkipListMap<>();
    Concurrently.forEach(
        List.copyOf(shards),
        READERS,
        shard -> head(shard).ifPresent(head -> heads.put(shard, head)));
    return heads;
  }

  @Override
  public Optional<Entry> entry(String shard, long index) {
    return table.get(keys.ledger(shard), index).map(item -> EntryItems.toEntry(shard, item));
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return table.page(keys.ledger(shard), fromIndex).stream()
        .map(item -> EntryItems.toEntry(shard, item))
        .toList();
  }

  /** The entry that stood in the way may be this one: the client repeats a put that went astray. */
  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return table
        .putIfAbsent(EntryItems.toItem(keys.ledger(shard), entry))
        .map(item -> EntryItems.toEntry(shard, item))
        .orElse(null);
  }

  /** A part that is there stays: its token says that it is the same. */
  @Override
  public void putPayload(PayloadKey key, int part, byte[] content, long at) {
    table.putIfAbsent(
        new ItemBuilder(keys.payload(key), part)
            .bytes(CONTENT, content)
            .number(DynamoInventory.PUT_AT, at)
            .build());
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return table.get(keys.payload(key), part).map(item -> item.bytes(CONTENT));
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    long next = fromIndex;
    while (next <= toIndex) {
      List<Entry> entries = read(shard, next);
      for (Entry entry : entries) {
        if (entry.index() <= toIndex && entry instanceof Entry.Commit commit) {
          expire(shard, commit, at);
        }
      }
      next = entries.isEmpty() ? Long.MAX_VALUE : entries.get(entries.size() - 1).index() + 1;
    }
  }

  private void expire(String shard, Entry.Commit commit, long at) {
    table.expire(keys.ledger(shard), commit.index(), at);
    PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
    for (int part = 0; part < commit.payload().items(); part++) {
      table.expire(keys.payload(key), part, at);
    }
  }
}
