package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The event source mapping of a stream: it brings the batches of its shards to invocations. */
final class SimulatedMapping {
  private final SimulatedStream stream;
  private final SimulatedLambda lambda;
  private final Course course;
  private final Choices choices;
  private final Map<String, Reader> readers = new HashMap<>();
  private final List<Delivery> deliveries = new ArrayList<>();

  SimulatedMapping(SimulatedStream stream, SimulatedLambda lambda, Course course) {
    this.stream = stream;
    this.lambda = lambda;
    this.course = course;
    this.choices = course.choices();
  }

  /** Brings a batch of some shard, and perhaps once more what was answered. */
  void deliver() {
    SimulatedShard shard = choices.oneOf(stream.shards());
    Reader reader = reader(shard);
    reader.next(course.now()).ifPresent(cut -> deliver(reader, cut));
    int trimmed = shard.trimmed();
    if (reader.done() > trimmed && choices.chance(course.faults().of(Fault.REPEAT))) {
      course.meet(Fault.REPEAT);
      int from = trimmed + choices.below(reader.done() - trimmed);
      int to = from + 1 + choices.below(reader.done() - from);
      lambda.process(shard, from, to, done -> {});
    }
  }

  private Reader reader(SimulatedShard shard) {
    return readers.computeIfAbsent(shard.id(), id -> new Reader(shard));
  }

  private void deliver(Reader reader, Reader.Cut cut) {
    int to = cut.from() + 1 + choices.below(cut.to() - cut.from());
    Delivery delivery = new Delivery(reader);
    deliveries.add(delivery);
    lambda.process(reader.shard(), cut.from(), to, delivery::hear);
  }

  /** Lambda gives up on an invocation and has the batch tried again, while the first goes on. */
  void timeOut() {
    deliveries.removeIf(Delivery::isOver);
    if (!deliveries.isEmpty()) {
      course.meet(Fault.TIME_OUT);
      choices.oneOf(deliveries).timeOut();
    }
  }

  /** Brings what is next of every shard. */
  void deliverOfAll() {
    stream
        .shards()
        .forEach(
            shard ->
                reader(shard).next(course.now()).ifPresent(cut -> deliver(reader(shard), cut)));
  }

  /** A mapping created anew begins before what this one had read. */
  void beginAnew() {
    course.meet(Fault.NEW_MAPPING);
    readers.values().forEach(reader -> reader.rewind(choices.below(reader.done() + 1)));
  }

  boolean isDrained() {
    return stream.shards().stream().allMatch(shard -> reader(shard).hasAll());
  }
}
