package io.windrow.simulation.world;

import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One shard: what was put, in order, and from when on readers see it. */
final class SimulatedShard {
  private final String id;
  private final List<String> parents;
  private final List<Put> puts = new ArrayList<>();
  private List<String> children = List.of();
  private final Set<Position> lost = new HashSet<>();
  private long earliest = Long.MIN_VALUE;
  private int trimmed;

  SimulatedShard(String id, List<String> parents) {
    this.id = id;
    this.parents = List.copyOf(parents);
  }

  String id() {
    return id;
  }

  List<String> parents() {
    return parents;
  }

  List<String> children() {
    return children;
  }

  boolean isOpen() {
    return children.isEmpty();
  }

  void close(List<String> successors) {
    children = List.copyOf(successors);
  }

  /**
   * Puts one Kinesis record, which may hold several.
   *
   * @param events where all that is judged of them stands
   */
  void put(List<StreamRecord> records, List<Position> events, long visibleAt) {
    long inOrder = puts.isEmpty() ? visibleAt : Math.max(visibleAt, last().visibleAt);
    puts.add(new Put(List.copyOf(records), new ArrayList<>(events), inOrder));
    requireArrival(records);
  }

  /**
   * The owner has promised that no record past a position arrives before a time.
   *
   * @throws Violation if one does, now or later
   */
  void expectNoneBefore(long arrival, @Nullable Position after) {
    earliest = Math.max(earliest, arrival);
    requireArrival(
        records(trimmed, puts.size()).stream()
            .filter(record -> isPast(record.position(), after))
            .toList());
  }

  private static boolean isPast(Position event, @Nullable Position after) {
    return after == null || !after.reaches(event);
  }

  private void requireArrival(List<StreamRecord> records) {
    for (StreamRecord record : records) {
      if (record.arrival() < earliest) {
        throw new Violation(
            "record %s arrived at %d, after its shard was raised as if none came before %d"
                .formatted(record.position(), record.arrival(), earliest));
      }
    }
  }

  /** From now on the rest of a record, from a place on, is one that was set aside as poison. */
  void setAside(Position poison) {
    List<Position> events = puts.get(putsBefore(poison.sequence())).events;
    int at = 0;
    while (at < events.size() && isBefore(events.get(at), poison)) {
      at++;
    }
    events.subList(at, events.size()).removeIf(event -> event.compareRecords(poison) == 0);
    events.add(at, poison);
  }

  private static boolean isBefore(Position event, Position poison) {
    int order = event.compareRecords(poison);
    return order < 0 || (order == 0 && event.place() < poison.place());
  }

  private Put last() {
    return puts.get(puts.size() - 1);
  }

  List<StreamRecord> records() {
    return puts.stream().flatMap(put -> put.records.stream()).toList();
  }

  /** How many puts readers see. */
  int visible(long now) {
    int visible = puts.size();
    while (visible > 0 && puts.get(visible - 1).visibleAt > now) {
      visible--;
    }
    return visible;
  }

  /** The stream deletes the first puts; those that were taken, and others. */
  void trim(int to) {
    trimmed = Math.max(trimmed, to);
  }

  /** How many of the first puts the stream has deleted. */
  int trimmed() {
    return trimmed;
  }

  /**
   * The events past a position that lie in puts before one are in no commit, and never will be.
   *
   * @return how many these are
   * @throws Violation if the stream still has one of them
   */
  int lose(@Nullable Position after, int before) {
    int alreadyLost = lost.size();
    for (int i = before - 1; i >= 0 && !isBehind(puts.get(i), after); i--) {
      List<Position> events = puts.get(i).events;
      List<Position> missed = events.stream().filter(each -> isPast(each, after)).toList();
      if (!missed.isEmpty() && i >= trimmed) {
        throw new Violation("a commit passes over " + missed + ", which the stream still has");
      }
      events.removeAll(missed);
      lost.addAll(missed);
    }
    return lost.size() - alreadyLost;
  }

  private static boolean isBehind(Put put, @Nullable Position position) {
    return position != null && Position.compareSequences(put.sequence(), position.sequence()) < 0;
  }

  /** Where the events stand that are in no commit, since the stream had deleted them. */
  Set<Position> lost() {
    return lost;
  }

  int size() {
    return puts.size();
  }

  /** How many puts came before the one of a sequence number. */
  int putsBefore(String sequence) {
    int before = 0;
    while (!puts.get(before).sequence().equals(sequence)) {
      before++;
    }
    return before;
  }

  /** The records of some puts. */
  List<StreamRecord> records(int from, int to) {
    return puts.subList(from, to).stream().flatMap(put -> put.records.stream()).toList();
  }

  /** How many events were put up to a position, that one included. */
  long countTo(@Nullable Position position) {
    return position == null
        ? 0
        : puts.stream().flatMap(put -> put.events.stream()).filter(position::reaches).count();
  }

  /** Whether readers see a put whose sequence number is past the position's. */
  boolean hasPast(@Nullable Position after, long now) {
    int visible = visible(now);
    if (visible <= trimmed) {
      return false;
    }
    String newest = puts.get(visible - 1).sequence();
    return after == null || Position.compareSequences(newest, after.sequence()) > 0;
  }

  /**
   * The sequence number of the first put past a position that the stream has, where there is one.
   */
  String firstPast(@Nullable Position after) {
    return puts.subList(trimmed, puts.size()).stream()
        .map(Put::sequence)
        .filter(put -> after == null || Position.compareSequences(put, after.sequence()) > 0)
        .findFirst()
        .orElseThrow();
  }

  /** Whether readers see all that was ever put, and no more can be. */
  boolean isEndedFor(@Nullable Position after, long now) {
    return !isOpen() && visible(now) == puts.size() && !hasPast(after, now);
  }

  private record Put(List<StreamRecord> records, List<Position> events, long visibleAt) {
    String sequence() {
      return records.get(0).position().sequence();
    }
  }
}
