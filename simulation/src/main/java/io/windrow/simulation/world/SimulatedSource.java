package io.windrow.simulation.world;

import io.windrow.ledger.Source;
import io.windrow.record.Position;
import io.windrow.simulation.schedule.Choices;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stream as one execution environment sees it: lists may be stale, answers empty. */
final class SimulatedSource implements Source {
  private final SimulatedStream stream;
  private final Effects effects;
  private final Course course;
  private final Choices choices;
  private final InstantSource clock;

  SimulatedSource(SimulatedStream stream, Effects effects, Course course, InstantSource clock) {
    this.stream = stream;
    this.effects = effects;
    this.course = course;
    this.clock = clock;
    this.choices = course.choices();
  }

  @Override
  public List<Shard> shards() {
    return effects.read(
        "list",
        "list",
        "shards",
        () -> choices.chance(course.faults().of(Fault.STALE_LIST)) ? staleList() : stream.list(0));
  }

  private List<Shard> staleList() {
    course.meet(Fault.STALE_LIST);
    return stream.list(choices.below(SimulatedStream.listsRemembered()));
  }

  /** Follows iterators as the Kinesis API has them: an empty answer may have records behind it. */
  @Override
  public Probe probe(String shard, @Nullable Position after) {
    while (true) {
      Optional<Probe> answer =
          effects.read(
              "stream/" + shard,
              "probe",
              shard + " after " + after,
              () -> getRecords(stream.shard(shard), after));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  private Optional<Probe> emptyAnswer() {
    course.meet(Fault.EMPTY_ANSWER);
    return Optional.empty();
  }

  /** Empty when the answer was empty, with records behind it. */
  private Optional<Probe> getRecords(SimulatedShard shard, @Nullable Position after) {
    long now = course.now();
    if (choices.chance(course.faults().of(Fault.UNANSWERED))) {
      course.meet(Fault.UNANSWERED);
      return Optional.of(new Probe.Unanswered());
    }
    if (shard.hasPast(after, now)) {
      return choices.chance(course.faults().of(Fault.EMPTY_ANSWER))
          ? emptyAnswer()
          : Optional.of(new Probe.Waiting(Probe.Waiting.UNKNOWN, shard.firstPast(after)));
    }
    return Optional.of(
        shard.isEndedFor(after, now) ? new Probe.Ended(shard.children()) : empty(shard, now));
  }

  private Probe empty(SimulatedShard shard, long now) {
    if (shard.visible(now) < shard.size()) {
      course.meet(Fault.UNSEEN);
    }
    return new Probe.Empty(clock.millis());
  }
}
