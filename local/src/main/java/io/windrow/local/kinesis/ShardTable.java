package io.windrow.local.kinesis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The shards of a stream, open and closed. Puts share its lock and resharding takes it alone, so
 * that no record reaches a shard that is closed.
 */
final class ShardTable {
  private final Timeline timeline;
  private final Throughput.Policy throughput;
  private final AtomicLong ordinals = new AtomicLong(1);
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Shard> all = new ArrayList<>();
  private final NavigableMap<BigInteger, Shard> open = new TreeMap<>();

  ShardTable(Timeline timeline, Throughput.Policy throughput, int count) {
    this.timeline = timeline;
    this.throughput = throughput;
    for (HashRange range : HashRange.uniform(count)) {
      open(range, List.of());
    }
  }

  /** Puts a record into the shard of its hash key, if that shard's throughput admits it. */
  PutOutcome put(PutRequest request) {
    BigInteger hashKey = request.hashKey();
    lock.readLock().lock();
    try {
      Shard shard = open.floorEntry(hashKey).getValue();
      if (!shard.throughput().admitsWrite(request.size(), timeline.now())) {
        return new PutOutcome.Throttled(shard.id());
      }
      SequenceNumber number =
          shard.log().append(ordinals::getAndIncrement, request.partitionKey(), request.data());
      return new PutOutcome.Stored(shard.id(), number);
    } finally {
      lock.readLock().unlock();
    }
  }

  boolean hasGiven(SequenceNumber number) {
    return number.ordinal() < ordinals.get();
  }

  /** Whether no shard was ever given a record. */
  boolean isUnused() {
    return all().stream().allMatch(shard -> shard.log().tip() == shard.log().start());
  }

  /** All shards, in the order in which they were made. */
  List<Shard> all() {
    lock.readLock().lock();
    try {
      return List.copyOf(all);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The open shards, in the order of their hash keys. */
  List<Shard> open() {
    lock.readLock().lock();
    try {
      return List.copyOf(open.values());
    } finally {
      lock.readLock().unlock();
    }
  }

  @Nullable Shard find(String id) {
    return all().stream().filter(shard -> shard.id().equals(id)).findFirst().orElse(null);
  }

  /** Closes open shards and opens those that take their place. */
  void replace(List<Shard> parents, List<HashRange> ranges) {
    lock.writeLock().lock();
    try {
      long at = timeline.now();
      List<SequenceNumber> ends = new ArrayList<>();
      for (Shard parent : parents) {
        open.remove(parent.range().start());
        ends.add(new SequenceNumber(ordinals.getAndIncrement(), parent.index()));
      }
      List<String> ids = parents.stream().map(Shard::id).toList();
      List<Shard> children = ranges.stream().map(range -> open(range, ids)).toList();
      for (int i = 0; i < parents.size(); i++) {
        parents.get(i).close(new Shard.End(ends.get(i), at, children));
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private Shard open(HashRange range, List<String> parents) {
    int index = all.size();
    ShardLog log = new ShardLog(index, ordinals.getAndIncrement(), timeline);
    Shard.Opening opening = new Shard.Opening(timeline.now(), throughput.forShard());
    Shard shard = new Shard(index, range, parents, log, opening);
    all.add(shard);
    open.put(range.start(), shard);
    return shard;
  }
}
