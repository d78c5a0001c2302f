package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.schedule.Scheduler;
import java.util.function.Supplier;

/** Makes the effects of one execution environment, with faults before, in and after each. */
final class Effects {
  private static final int LONGEST_FREEZE = 300;

  private final Scheduler scheduler;
  private final Choices choices;
  private final Supplier<Faults> faults;

  Effects(Scheduler scheduler, Choices choices, Supplier<Faults> faults) {
    this.scheduler = scheduler;
    this.choices = choices;
    this.faults = faults;
  }

  <T> T read(Supplier<T> call) {
    before();
    return call.get();
  }

  <T> T write(Supplier<T> call) {
    before();
    T answer = call.get();
    if (choices.chance(faults.get().sdkRetry())) {
      scheduler.pause();
      answer = call.get();
    }
    scheduler.pause();
    crash();
    if (choices.chance(faults.get().lostAnswer())) {
      throw new SimulatedException("time-out: the answer was lost");
    }
    return answer;
  }

  void write(Runnable call) {
    write(
        () -> {
          call.run();
          return true;
        });
  }

  private void before() {
    scheduler.pause();
    crash();
    if (choices.chance(faults.get().zombie())) {
      scheduler.freeze(choices.below(LONGEST_FREEZE));
    }
    if (choices.chance(faults.get().throttle())) {
      throw new SimulatedException("throttled");
    }
  }

  private void crash() {
    if (choices.chance(faults.get().crash())) {
      throw new Crash();
    }
  }
}
