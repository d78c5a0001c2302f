package io.windrow.simulation.memory;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ledger in memory, with the semantics of DynamoDB's conditional puts and consistent reads. */
public final class MemoryLedger implements Ledger {
  private static final int PAGE = 100;

  private final Map<String, NavigableMap<Long, Entry>> chains = new HashMap<>();
  private final Map<String, NavigableMap<Long, Entry>> archive = new HashMap<>();
  private final Map<PayloadKey, NavigableMap<Integer, byte[]>> archivedPayloads = new HashMap<>();
  private final Map<PayloadKey, NavigableMap<Integer, byte[]>> payloads = new HashMap<>();
  private final Map<PayloadKey, Long> expiries = new HashMap<>();

  @Override
  public synchronized Optional<Entry> head(String shard) {
    return Optional.ofNullable(chain(shard).lastEntry()).map(Map.Entry::getValue);
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
  public synchronized void putPayload(PayloadKey key, int part, byte[] content) {
    payloads.computeIfAbsent(key, k -> new TreeMap<>()).put(part, content.clone());
    archivedPayloads.computeIfAbsent(key, k -> new TreeMap<>()).put(part, content.clone());
  }

  @Override
  public synchronized Optional<byte[]> payload(PayloadKey key, int part) {
    return Optional.ofNullable(payloads.get(key)).map(parts -> parts.get(part)).map(byte[]::clone);
  }

  @Override
  public synchronized void expire(String shard, long fromIndex, long toIndex, long at) {
    for (Entry entry : chain(shard).subMap(fromIndex, true, toIndex, true).values()) {
      if (entry instanceof Entry.Commit) {
        expiries.put(new PayloadKey(shard, entry.index(), entry.token()), at);
      }
    }
  }

  /** Deletes what has expired, as DynamoDB does: some time after, at no cost. */
  public synchronized void deleteExpired(long now) {
    expiries
        .entrySet()
        .removeIf(
            expiry -> {
              PayloadKey key = expiry.getKey();
              boolean expired = expiry.getValue() <= now;
              if (expired) {
                chain(key.shard()).remove(key.index());
                payloads.remove(key);
              }
              return expired;
            });
  }

  /** Every entry that a chain ever had, those that expired included. */
  public synchronized List<Entry> history(String shard) {
    return List.copyOf(archive.getOrDefault(shard, new TreeMap<>()).values());
  }

  /** The payload of a commit, even if it has expired. */
  public synchronized byte[] archivedPayload(String shard, Entry.Commit commit) {
    if (commit.payload() instanceof Entry.Payload.Inline inline) {
      return inline.content();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    archivedPayloads
        .getOrDefault(new PayloadKey(shard, commit.index(), commit.token()), new TreeMap<>())
        .values()
        .forEach(content::writeBytes);
    return content.toByteArray();
  }

  private NavigableMap<Long, Entry> chain(String shard) {
    return chains.computeIfAbsent(shard, s -> new TreeMap<>());
  }
}
