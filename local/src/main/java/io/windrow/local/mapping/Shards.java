package io.windrow.local.mapping;

import java.util.List;

/** The shards of one stream, as far as a mapping reads them. */
public interface Shards {

  /** The shards that hold records or can take some, closed ones included. */
  List<Shard> list();

  /** A reader that stands where the position says at this moment. */
  ShardReader open(String shard, StartingPosition from);

  /** A shard and those that were split or merged into it. */
  record Shard(String id, List<String> parents) {
    public Shard {
      parents = List.copyOf(parents);
    }
  }
}
