package io.windrow.simulation.world;

import java.util.Optional;

/**
 * How far the event source mapping has come in one shard, and which puts it brings next. A batch
 * that failed comes again whole, halved, or cut elsewhere.
 */
final class Reader {
  private final SimulatedShard shard;
  private int done;
  private boolean busy;

  Reader(SimulatedShard shard) {
    this.shard = shard;
  }

  SimulatedShard shard() {
    return shard;
  }

  boolean hasAll() {
    return done() == shard.size();
  }

  /** The puts that a batch may hold now, if the last one has been answered. */
  Optional<Cut> next(long now) {
    int visible = shard.visible(now);
    return busy || done() >= visible ? Optional.empty() : Optional.of(new Cut(done(), visible));
  }

  /** Of how many puts nothing is left to bring: they were answered, or the stream has no more. */
  int done() {
    return Math.max(done, shard.trimmed());
  }

  void begin() {
    busy = true;
  }

  void moveTo(int to) {
    busy = false;
    done = Math.max(done, to);
  }

  void fail() {
    busy = false;
  }

  /** A mapping created anew reads from before what it had read. */
  void rewind(int to) {
    if (!busy) {
      done = Math.min(done, to);
    }
  }

  /** A range of puts. */
  record Cut(int from, int to) {}
}
