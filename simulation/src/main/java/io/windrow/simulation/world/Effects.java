package io.windrow.simulation.world;

import io.windrow.ledger.Ports;
import io.windrow.record.Position;
import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.schedule.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the effects of one execution environment, with faults before, in and after each. */
final class Effects {
  private static final int LONGEST_FREEZE = 300;

  private final Scheduler scheduler;
  private final Choices choices;
  private final Course course;
  private final Functions.Code code;
  private @Nullable Position tried;

  Effects(Course course, Functions.Code code) {
    this.course = course;
    this.code = code;
    this.scheduler = course.scheduler();
    this.choices = course.choices();
  }

  /** The ports of a pipeline with all of this; the source has faults of its own. */
  Ports over(Ports real) {
    return new Ports(
        new FaultyLedger(real.ledger(), this),
        new FaultyFrontiers(real.frontiers(), this),
        new FaultyRuns(real.runs(), this),
        new FaultyResults(real.results(), this),
        (name, content) -> write(name, "file", name, () -> real.quarantine().put(name, content)),
        real.source(),
        new FaultyInventory(real.inventory(), this),
        new FaultyMarkers(real.markers(), this));
  }

  /** What follows is a call's try of a record by itself; null when it has ended. */
  void tryAlone(@Nullable Position record) {
    tried = record;
  }

  private boolean strikes(Fault fault) {
    return choices.chance(course.faults().of(fault)) && course.accidents().mayStrike(tried);
  }

  <T> T read(String key, String what, Object of, Supplier<T> call) {
    before(key, what, of);
    return call.get();
  }

  <T> T write(String key, String what, Object of, Supplier<T> call) {
    before(key, what, of);
    T answer = call.get();
    if (choices.chance(course.faults().of(Fault.SDK_RETRY))) {
      scheduler.pause();
      course.meet(Fault.SDK_RETRY);
      course.note(scheduler.running(), "makes again", what);
      answer = call.get();
    }
    scheduler.pause();
    crash("after", what);
    if (strikes(Fault.LOST_ANSWER)) {
      course.meet(Fault.LOST_ANSWER);
      course.note(scheduler.running(), "loses the answer of", what);
      throw code.fault("time-out: the answer was lost");
    }
    return answer;
  }

  void write(String key, String what, Object of, Runnable call) {
    write(
        key,
        what,
        of,
        () -> {
          call.run();
          return true;
        });
  }

  private void before(String key, String what, Object of) {
    scheduler.pause();
    course.note(scheduler.running(), what, of);
    crash("before", what);
    if (strikes(Fault.FREEZE)) {
      course.meet(Fault.FREEZE);
      course.note(scheduler.running(), "freezes before", what);
      scheduler.freeze(choices.below(LONGEST_FREEZE));
    }
    if (strikes(Fault.THROTTLE)) {
      course.meet(Fault.THROTTLE);
      course.note(scheduler.running(), "throttled", what);
      throw code.fault("throttled");
    }
    if (course.refusals().refuse(key, course.faults().of(Fault.REFUSED_KEY))) {
      course.meet(Fault.REFUSED_KEY);
      course.note(scheduler.running(), "refused as all of", key);
      throw code.fault("throttled: " + key);
    }
  }

  private void crash(String when, String what) {
    if (strikes(Fault.CRASH)) {
      course.meet(Fault.CRASH);
      course.note(scheduler.running(), "crashes " + when, what);
      throw new Crash();
    }
  }
}
