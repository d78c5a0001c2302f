package io.windrow.simulation.memory;

import io.windrow.ledger.Filed;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Inventory.Item.RunManifest;
import io.windrow.ledger.Inventory.Item.RunPart;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Retired;
import io.windrow.ledger.RunId;
import io.windrow.ledger.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Runs in memory. */
public final class MemoryRuns implements Runs {
  private static final int PAGE = 10;

  private final Map<Level, NavigableMap<Long, Manifest>> manifests = new HashMap<>();
  private final Map<RunPart, byte[]> items = new LinkedHashMap<>();
  private final Expiries<Item.OfRun> expiries = new Expiries<>();
  private final Map<String, Retired> retired = new HashMap<>();
  private final Map<String, Filed> filed = new HashMap<>();

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
  public synchronized void putPart(PartKey part, int item, byte[] content) {
    items.put(new RunPart(part, item), content.clone());
    expiries.clear(new RunPart(part, item));
  }

  @Override
  public synchronized Optional<byte[]> part(PartKey part, int item) {
    return Optional.ofNullable(items.get(new RunPart(part, item))).map(byte[]::clone);
  }

  @Override
  public synchronized void putManifest(Manifest manifest) {
    RunId run = manifest.run();
    level(run.shard(), run.level()).put(run.number(), manifest);
    expiries.clear(new RunManifest(run));
  }

  @Override
  public synchronized void expire(Manifest manifest, long at) {
    for (Manifest.Part part : manifest.parts()) {
      for (int item = 0; item < part.payload().items(); item++) {
        expire(new RunPart(manifest.key(part), item), at);
      }
    }
    expire(new RunManifest(manifest.run()), at);
  }

  synchronized void expire(Item.OfRun item, long at) {
    if (isThere(item)) {
      expiries.put(item, at);
    }
  }

  private boolean isThere(Item.OfRun item) {
    RunId run = item.run();
    return item instanceof RunManifest
        ? level(run.shard(), run.level()).containsKey(run.number())
        : items.containsKey(item);
  }

  /** What has no time to live. */
  public synchronized List<Item.OfRun> untimed() {
    List<Item.OfRun> untimed = new ArrayList<>(items.keySet());
    manifests
        .values()
        .forEach(level -> level.values().forEach(one -> untimed.add(new RunManifest(one.run()))));
    untimed.removeIf(expiries::has);
    return untimed;
  }

  synchronized void deleteExpired(long now, BooleanSupplier vanishes) {
    expiries.delete(now, vanishes, this::delete);
  }

  private void delete(Item.OfRun item) {
    RunId run = item.run();
    if (item instanceof RunManifest) {
      level(run.shard(), run.level()).remove(run.number());
    } else {
      items.remove(item);
    }
  }

  @Override
  public synchronized Retired retired(String shard) {
    return retired.getOrDefault(shard, Retired.NONE);
  }

  @Override
  public synchronized void retire(String shard, long index) {
    Retired before = retired(shard);
    if (index > before.index()) {
      retired.put(shard, new Retired(index, before.runs()));
    }
  }

  @Override
  public synchronized void retireRuns(String shard, int level, long number) {
    Retired before = retired(shard);
    Map<Integer, Long> byLevel = new HashMap<>(before.runs());
    byLevel.merge(level, number, Math::max);
    retired.put(shard, new Retired(before.index(), byLevel));
  }

  @Override
  public synchronized Filed filed(String shard) {
    return filed.getOrDefault(shard, Filed.NONE);
  }

  @Override
  public synchronized boolean replaceFiled(String shard, Filed expected, Filed next) {
    boolean stands = filed(shard).equals(expected);
    if (stands) {
      filed.put(shard, next);
    }
    return stands;
  }

  private NavigableMap<Long, Manifest> level(String shard, int level) {
    return manifests.computeIfAbsent(new Level(shard, level), key -> new TreeMap<>());
  }

  private record Level(String shard, int level) {}
}
