package io.windrow.simulation.memory;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
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
  private final Map<PayloadKey, NavigableMap<Integer, byte[]>> payloads = new HashMap<>();

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
    return chain(shard).putIfAbsent(entry.index(), entry);
  }

  @Override
  public synchronized void putPayload(PayloadKey key, int part, byte[] content) {
    payloads.computeIfAbsent(key, k -> new TreeMap<>()).put(part, content.clone());
  }

  @Override
  public synchronized Optional<byte[]> payload(PayloadKey key, int part) {
    return Optional.ofNullable(payloads.get(key)).map(parts -> parts.get(part)).map(byte[]::clone);
  }

  private NavigableMap<Long, Entry> chain(String shard) {
    return chains.computeIfAbsent(shard, s -> new TreeMap<>());
  }
}
