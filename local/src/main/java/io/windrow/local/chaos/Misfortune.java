package io.windrow.local.chaos;

import java.util.Random;

/** What can happen to one invocation. */
enum Misfortune {
  NONE,
  THROTTLED,
  KILLED_BEFORE,
  KILLED_AFTER,
  REPEATED,
  PREVIOUS_REPEATED,
  TWINNED,
  DELAYED;

  private static final int ONE_IN = 3;

  /** One at random, mostly none. */
  static Misfortune drawn(Random random) {
    return random.nextInt(ONE_IN) > 0 ? NONE : values()[1 + random.nextInt(values().length - 1)];
  }
}
