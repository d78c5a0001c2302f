package io.windrow.simulation.world;

import io.windrow.ledger.Source.Shard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stream whose shards split and merge, and whose records are seen some time after the put. */
final class SimulatedStream {
  private static final int LISTS_REMEMBERED = 3;

  private final Map<String, SimulatedShard> shards = new LinkedHashMap<>();
  private final List<List<Shard>> lists = new ArrayList<>();
  private long nextSequence = 1;

  SimulatedShard open(List<String> parents) {
    SimulatedShard shard = new SimulatedShard("shard-" + shards.size(), parents);
    shards.put(shard.id(), shard);
    return shard;
  }

  /** Remembers the list as it is now, to be served stale later. */
  void listed() {
    lists.add(shards.values().stream().map(s -> new Shard(s.id(), s.parents())).toList());
  }

  List<Shard> list(int changesAgo) {
    return lists.get(Math.max(0, lists.size() - 1 - changesAgo));
  }

  static int listsRemembered() {
    return LISTS_REMEMBERED;
  }

  List<SimulatedShard> shards() {
    return List.copyOf(shards.values());
  }

  List<SimulatedShard> openShards() {
    return shards.values().stream().filter(SimulatedShard::isOpen).toList();
  }

  SimulatedShard shard(String id) {
    SimulatedShard shard = shards.get(id);
    if (shard == null) {
      throw new IllegalArgumentException("no shard " + id);
    }
    return shard;
  }

  void split(SimulatedShard parent) {
    SimulatedShard left = open(List.of(parent.id()));
    SimulatedShard right = open(List.of(parent.id()));
    parent.close(List.of(left.id(), right.id()));
    listed();
  }

  void merge(SimulatedShard left, SimulatedShard right) {
    SimulatedShard child = open(List.of(left.id(), right.id()));
    left.close(List.of(child.id()));
    right.close(List.of(child.id()));
    listed();
  }

  String nextSequence() {
    return Long.toString(nextSequence++);
  }
}
