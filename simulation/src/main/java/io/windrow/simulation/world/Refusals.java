package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.schedule.Scheduler;

/** The refusal of one key for a while, as by a partition that is too busy; others are served. */
final class Refusals {
  private static final int LONGEST = 500;

  private final Scheduler scheduler;
  private final Choices choices;
  private String refused = "";
  private long until;

  Refusals(Scheduler scheduler, Choices choices) {
    this.scheduler = scheduler;
    this.choices = choices;
  }

  /**
   * Whether a key is refused now.
   *
   * @param beginning how probable it is that its refusal begins, if no key is refused
   */
  boolean refuse(String key, double beginning) {
    long step = scheduler.steps();
    if (step >= until && choices.chance(beginning)) {
      refused = key;
      until = step + 1 + choices.below(LONGEST);
    }
    return step < until && refused.equals(key);
  }

  void end() {
    until = 0;
  }
}
