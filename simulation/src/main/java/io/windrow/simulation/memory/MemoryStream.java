package io.windrow.simulation.memory;

import io.windrow.ledger.Source;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A stream in memory: shards with their records in order, and the time at which it is asked. */
public final class MemoryStream implements Source {
  private final Map<String, MemoryShard> shards = new TreeMap<>();
  private long now;
  private String identity = "";

  /** Adds a shard. */
  public synchronized void open(String shard, List<String> parents) {
    shards.put(shard, new MemoryShard(shard, parents));
  }

  /** Deletes a record, as at the end of the retention. */
  public synchronized void delete(String shard, Position position) {
    shard(shard).records.removeIf(record -> record.position().equals(position));
  }

  /** What it says that it is; empty until it is set. */
  public synchronized void identify(String name) {
    identity = name;
  }

  /** From now on it is a stream made anew: shards begin without the records that they had. */
  public synchronized void makeAnew(String other) {
    identity = other;
    shards.replaceAll((id, shard) -> new MemoryShard(id, shard.parents));
  }

  @Override
  public synchronized String identity() {
    return identity;
  }

  /** Closes a shard for good, in favour of its children. */
  public synchronized void close(String shard, List<String> children) {
    shard(shard).children = List.copyOf(children);
  }

  /** Puts a record at the end of its shard. */
  public synchronized void put(StreamRecord record) {
    shard(record.position().shard()).records.add(record);
  }

  /** Puts the records of one aggregate, which nobody sees in part. */
  public synchronized void putTogether(List<StreamRecord> records) {
    records.forEach(this::put);
  }

  public synchronized void advanceTo(long time) {
    now = Math.max(now, time);
  }

  public synchronized long now() {
    return now;
  }

  /** The records of a shard past a position, or all of them. */
  public synchronized List<StreamRecord> records(String shard, @Nullable Position after) {
    return shard(shard).past(after);
  }

  /** The records of every shard, in order. */
  public synchronized Map<String, List<StreamRecord>> records() {
    Map<String, List<StreamRecord>> all = new TreeMap<>();
    shards.forEach((id, shard) -> all.put(id, List.copyOf(shard.records)));
    return all;
  }

  @Override
  public synchronized List<Shard> shards() {
    return shards.values().stream().map(shard -> new Shard(shard.id, shard.parents)).toList();
  }

  @Override
  public synchronized Probe probe(String shard, @Nullable Position after) {
    MemoryShard asked = shard(shard);
    List<StreamRecord> waiting = asked.past(after);
    if (!waiting.isEmpty()) {
      StreamRecord first = waiting.get(0);
      return new Probe.Waiting(first.arrival(), first.position().sequence());
    }
    return asked.children.isEmpty() ? new Probe.Empty(now) : new Probe.Ended(asked.children);
  }

  private MemoryShard shard(String id) {
    MemoryShard shard = shards.get(id);
    if (shard == null) {
      throw new IllegalArgumentException("no shard " + id);
    }
    return shard;
  }

  private static final class MemoryShard {
    private final String id;
    private final List<String> parents;
    private final List<StreamRecord> records = new ArrayList<>();
    private List<String> children = List.of();

    MemoryShard(String id, List<String> parents) {
      this.id = id;
      this.parents = List.copyOf(parents);
    }

    List<StreamRecord> past(@Nullable Position after) {
      return after == null
          ? List.copyOf(records)
          : records.stream().filter(record -> record.position().isAfter(after)).toList();
    }
  }
}
