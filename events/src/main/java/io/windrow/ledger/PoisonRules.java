package io.windrow.ledger;

import java.time.Duration;

/**
 * When records are tried with caution.
 *
 * @param age of the first record past the head, in milliseconds: what has killed calls again and
 *     again is older, and what comes in time is not, so that it costs nothing
 * @param rehearsal folds records that harm nobody; a call that can't do that dies of itself, before
 *     it has tried a record
 */
public record PoisonRules(long age, Runnable rehearsal) {
  /** Some time-outs of the function that commits. */
  private static final long AGE = Duration.ofMinutes(3).toMillis();

  /** Without a rehearsal. */
  public static final PoisonRules STANDARD = new PoisonRules(AGE, () -> {});

  /** The standard ones, with a rehearsal. */
  public static PoisonRules rehearsing(Runnable rehearsal) {
    return new PoisonRules(AGE, rehearsal);
  }
}
