package io.windrow.simulation.world;

import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.schedule.Choices;
import java.util.ArrayList;
import java.util.List;

/** Whoever puts records to a stream, and splits and merges its shards. */
final class SimulatedOwner {
  /** Records of a shard may bear arrivals that are not in their order. */
  private static final int LONGEST_WAY = 3_000;

  private final SimulatedStream stream;
  private final Scenario scenario;
  private final Course course;
  private final Choices choices;

  SimulatedOwner(SimulatedStream stream, Scenario scenario, Course course) {
    this.stream = stream;
    this.scenario = scenario;
    this.course = course;
    this.choices = course.choices();
  }

  void put() {
    long now = course.now();
    SimulatedShard shard = choices.oneOf(stream.openShards());
    String sequence = stream.nextSequence();
    long arrival = now - choices.between(0, LONGEST_WAY);
    int inside = choices.chance(0.2) ? 1 + choices.below(4) : 1;
    List<StreamRecord> records = new ArrayList<>();
    for (int i = 0; i < inside; i++) {
      Position position = new Position(shard.id(), sequence, i);
      records.add(
          new StreamRecord(
              position,
              "key",
              arrival,
              scenario.payloads().draw(choices, arrival),
              i < inside - 1));
    }
    course.note("producer", "puts", records.get(0).position() + " at " + now);
    shard.put(records, events(records), now + untilSeen());
  }

  private long untilSeen() {
    long most = (long) course.faults().of(Fault.UNSEEN);
    return choices.chance(0.5) ? most : choices.between(0, most);
  }

  private List<Position> events(List<StreamRecord> records) {
    return records.stream()
        .flatMap(record -> scenario.steps().validation().apply(record).stream())
        .map(judged -> judged.record().position())
        .toList();
  }

  /** Trims a shard, of all but its newest record, whether or not they were read. */
  void trim() {
    SimulatedShard shard = choices.oneOf(stream.shards());
    if (shard.size() > 1) {
      shard.trim(choices.below(shard.size()));
      course.note("stream", "trims", shard.id() + " to " + shard.trimmed());
    }
  }

  void reshard() {
    List<SimulatedShard> open = stream.openShards();
    if (choices.chance(0.2) && stream.shards().size() < 16) {
      course.meet(Fault.NEW_SHARD);
      stream.open(List.of());
      stream.listed();
    } else if (open.size() > 1 && choices.chance(0.5)) {
      course.meet(Fault.MERGE);
      course.note("owner", "merges", open.get(0).id() + " and " + open.get(open.size() - 1).id());
      stream.merge(open.get(0), open.get(open.size() - 1));
    } else if (open.size() < 5) {
      SimulatedShard parent = choices.oneOf(open);
      course.meet(Fault.SPLIT);
      course.note("owner", "splits", parent.id());
      stream.split(parent);
    }
  }
}
