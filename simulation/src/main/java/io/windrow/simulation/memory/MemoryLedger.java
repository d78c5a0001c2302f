package io.windrow.simulation.memory;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Payload;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, with the semantics of DynamoDB's conditional puts and consistent reads. */
public final class MemoryLedger implements Ledger {
  private static final int PAGE = 100;

  private final Map<String, NavigableMap<Long, Entry>> chains = new TreeMap<>();
  private final Map<String, NavigableMap<Long, Entry>> archive = new HashMap<>();
  private final Map<PartKey, Part> parts = new LinkedHashMap<>();
  private final Map<PartKey, byte[]> archivedParts = new HashMap<>();
  private final Expiries<EntryKey> entryExpiries = new Expiries<>();
  private final Expiries<PartKey> partExpiries = new Expiries<>();

  @Override
  public synchronized Optional<Entry> head(String shard) {
    return Optional.ofNullable(chain(shard).lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public synchronized Optional<Entry> entry(String shard, long index) {
    return Optional.ofNullable(chain(shard).get(index));
  }

  @Override
  public synchronized List<Entry> read(String shard, long fromIndex) {
    return chain(shard).tailMap(fromIndex, true).values().stream().limit(PAGE).toList();
  }

  @Override
  public synchronized @Nullable Entry append(String shard, Entry entry) {
    Entry inTheWay = chain(shard).putIfAbsent(entry.index(), entry);
    if (inTheWay == null) {
      Entry before = archive.computeIfAbsent(shard, s -> new TreeMap<>()).put(entry.index(), entry);
      if (before != null) {
        throw new AssertionError("entry %d of %s was written over".formatted(entry.index(), shard));
      }
    }
    return inTheWay;
  }

  @Override
  public synchronized void putPayload(PayloadKey key, int part, byte[] content, long at) {
    parts.putIfAbsent(new PartKey(key, part), new Part(content.clone(), at));
    archivedParts.put(new PartKey(key, part), content.clone());
  }

  @Override
  public synchronized Optional<byte[]> payload(PayloadKey key, int part) {
    return Optional.ofNullable(parts.get(new PartKey(key, part))).map(Part::copy);
  }

  @Override
  public synchronized void expire(String shard, long fromIndex, long toIndex, long at) {
    for (Entry entry : chain(shard).subMap(fromIndex, true, toIndex, true).values()) {
      if (entry instanceof Entry.Commit commit) {
        entryExpiries.put(new EntryKey(shard, commit.index()), at);
        named(shard, commit).forEach(part -> partExpiries.put(part, at));
      }
    }
  }

  synchronized void expire(Item.PayloadPart item, long at) {
    PartKey key = new PartKey(item.key(), item.part());
    if (parts.containsKey(key)) {
      partExpiries.put(key, at);
    }
  }

  synchronized List<Item.PayloadPart> untimedPayloads() {
    return parts.entrySet().stream()
        .filter(part -> !partExpiries.has(part.getKey()))
        .map(part -> part.getKey().item(part.getValue().putAt))
        .toList();
  }

  /** The shards whose chains have begun. */
  public synchronized List<String> shards() {
    return chains.keySet().stream().filter(shard -> !chain(shard).isEmpty()).toList();
  }

  /** The commits that have no time to live. */
  public synchronized List<Entry> untimed(String shard) {
    return chain(shard).values().stream()
        .filter(Entry.Commit.class::isInstance)
        .filter(entry -> !entryExpiries.has(new EntryKey(shard, entry.index())))
        .toList();
  }

  synchronized void deleteExpired(long now, BooleanSupplier vanishes) {
    entryExpiries.delete(now, vanishes, key -> chain(key.shard).remove(key.index));
    partExpiries.delete(now, vanishes, parts::remove);
  }

  /** Every entry that a chain ever had, those that expired included. */
  public synchronized List<Entry> history(String shard) {
    return List.copyOf(archive.getOrDefault(shard, new TreeMap<>()).values());
  }

  /** The payload of a commit, even if it has expired. */
  public synchronized byte[] archivedPayload(String shard, Entry.Commit commit) {
    if (commit.payload() instanceof Payload.Inline inline) {
      return inline.content();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (PartKey part : named(shard, commit)) {
      content.writeBytes(archivedParts.getOrDefault(part, new byte[0]));
    }
    return content.toByteArray();
  }

  private static List<PartKey> named(String shard, Entry.Commit commit) {
    PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
    return IntStream.range(0, commit.payload().items())
        .mapToObj(part -> new PartKey(key, part))
        .toList();
  }

  private NavigableMap<Long, Entry> chain(String shard) {
    return chains.computeIfAbsent(shard, s -> new TreeMap<>());
  }

  private record EntryKey(String shard, long index) {}

  private record PartKey(PayloadKey key, int part) {
    Item.PayloadPart item(long putAt) {
      return new Item.PayloadPart(key, part, putAt);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(byte[] content, long putAt) {
    byte[] copy() {
      return content.clone();
    }
  }
}
