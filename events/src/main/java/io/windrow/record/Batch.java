package io.windrow.record;

import java.util.List;

/** What one invocation brings: records of one shard, in order. */
public record Batch(String shard, List<StreamRecord> records) {
  public Batch {
    records = List.copyOf(records);
  }
}
