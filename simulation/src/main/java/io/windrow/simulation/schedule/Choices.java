package io.windrow.simulation.schedule;

import java.util.List;
import java.util.SplittableRandom;

/** The decisions of one run, all drawn from its seed, in order. */
public final class Choices {
  private final SplittableRandom random;

  public Choices(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number from 0 up to, and without, the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number between the two, both included. */
  public long between(long least, long greatest) {
    return random.nextLong(least, greatest + 1);
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** One of them. */
  public <T> T oneOf(List<T> candidates) {
    return candidates.get(below(candidates.size()));
  }
}
