package io.windrow.simulation.world;

import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shard: what was put, in order, and from when on readers see it. */
final class SimulatedShard {
  private final String id;
  private final List<String> parents;
  private final List<Put> puts = new ArrayList<>();
  private List<String> children = List.of();

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

  int size() {
    return puts.size();
  }

  /** How many puts came before the one of a sequence number. */
  int putsBefore(String sequence) {
    int before = 0;
    while (!puts.get(before).records.get(0).position().sequence().equals(sequence)) {
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
    if (visible == 0) {
      return false;
    }
    Position newest = puts.get(visible - 1).records.get(0).position();
    return after == null || Position.compareSequences(newest.sequence(), after.sequence()) > 0;
  }

  /** The sequence number of the first put past a position, where there is one. */
  String firstPast(@Nullable Position after) {
    return puts.stream()
        .map(put -> put.records.get(0).position().sequence())
        .filter(put -> after == null || Position.compareSequences(put, after.sequence()) > 0)
        .findFirst()
        .orElseThrow();
  }

  /** Whether readers see all that was ever put, and no more can be. */
  boolean isEndedFor(@Nullable Position after, long now) {
    return !isOpen() && visible(now) == puts.size() && !hasPast(after, now);
  }

  private record Put(List<StreamRecord> records, List<Position> events, long visibleAt) {}
}
