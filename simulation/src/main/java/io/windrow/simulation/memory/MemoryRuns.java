package io.windrow.simulation.memory;

import io.windrow.ledger.Manifest;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Runs in memory. */
public final class MemoryRuns implements Runs {
  private static final int PAGE = 10;

  private final Map<Level, NavigableMap<Long, Manifest>> manifests = new HashMap<>();
  private final Map<Item, byte[]> items = new HashMap<>();
  private final Map<String, Long> retired = new HashMap<>();

  @Override
  public synchronized List<Manifest> manifests(String shard, int level, long fromNumber) {
    List<Manifest> found = new ArrayList<>();
    NavigableMap<Long, Manifest> all = level(shard, level);
    for (long number = fromNumber; found.size() < PAGE && all.containsKey(number); number++) {
      found.add(all.get(number));
    }
    return found;
  }

  @Override
  public synchronized Optional<Long> latest(String shard, int level) {
    return Optional.ofNullable(level(shard, level).lastEntry()).map(Map.Entry::getKey);
  }

  @Override
  public synchronized void putPart(RunId run, int part, int item, byte[] content) {
    items.put(new Item(run, part, item), content.clone());
  }

  @Override
  public synchronized Optional<byte[]> part(RunId run, int part, int item) {
    return Optional.ofNullable(items.get(new Item(run, part, item))).map(byte[]::clone);
  }

  @Override
  public synchronized void putManifest(Manifest manifest) {
    RunId run = manifest.run();
    level(run.shard(), run.level()).put(run.number(), manifest);
  }

  @Override
  public synchronized long retired(String shard) {
    return retired.getOrDefault(shard, 0L);
  }

  @Override
  public synchronized void retire(String shard, long index) {
    retired.merge(shard, index, Math::max);
  }

  private NavigableMap<Long, Manifest> level(String shard, int level) {
    return manifests.computeIfAbsent(new Level(shard, level), key -> new TreeMap<>());
  }

  private record Level(String shard, int level) {}

  private record Item(RunId run, int part, int item) {}
}
