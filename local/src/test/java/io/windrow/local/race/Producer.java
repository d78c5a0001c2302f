package io.windrow.local.race;

import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.world.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Puts records and reshards, on a thread of its own, while others read. */
final class Producer {
  private static final long EPOCH = 1_700_000_000_000L;
  private static final int MOST_SHARDS = 6;

  private final MemoryStream stream;
  private final Scenario scenario;
  private final Choices choices;
  private final List<String> open = new ArrayList<>();
  private int shards;
  private long sequence;

  Producer(MemoryStream stream, Scenario scenario, Choices choices) {
    this.stream = stream;
    this.scenario = scenario;
    this.choices = choices;
    stream.advanceTo(EPOCH);
    for (int i = 0; i < scenario.shards(); i++) {
      opened(List.of());
    }
  }

  void produce(int puts) {
    for (int i = 0; i < puts; i++) {
      put();
      if (choices.chance(0.06) && shards < MOST_SHARDS) {
        reshard();
      }
      if (choices.chance(0.3)) {
        LockSupport.parkNanos(choices.between(0, 2_000_000));
      }
    }
  }

  private void put() {
    stream.advanceTo(stream.now() + choices.between(0, 2_000));
    long now = stream.now();
    String shard = choices.oneOf(open);
    sequence++;
    int inside = choices.chance(0.2) ? 1 + choices.below(4) : 1;
    List<StreamRecord> records = new ArrayList<>();
    for (int i = 0; i < inside; i++) {
      Position position = new Position(shard, Long.toString(sequence), i);
      byte[] payload = scenario.payloads().draw(choices, now);
      records.add(new StreamRecord(position, "key", now, payload, i < inside - 1));
    }
    stream.putTogether(records);
  }

  private void reshard() {
    if (open.size() > 1 && choices.chance(0.5)) {
      String left = open.remove(0);
      String right = open.remove(open.size() - 1);
      String child = opened(List.of(left, right));
      stream.close(left, List.of(child));
      stream.close(right, List.of(child));
    } else {
      String parent = open.remove(choices.below(open.size()));
      stream.close(parent, List.of(opened(List.of(parent)), opened(List.of(parent))));
    }
  }

  private String opened(List<String> parents) {
    String shard = "shard-" + shards++;
    stream.open(shard, parents);
    open.add(shard);
    return shard;
  }
}
