package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;

/**
 * How probable each fault is, at each effect or decision.
 *
 * @param crash an execution environment dies before or after an effect
 * @param throttle a call is refused
 * @param lostAnswer a write lands and its caller is told that it failed
 * @param sdkRetry a write lands, its answer is lost, and the SDK makes it again
 * @param zombie an invocation freezes before an effect, past its time-out perhaps, and wakes when
 *     others have gone on
 * @param repeat a batch that was answered comes again
 * @param staleList a list of shards is an earlier one
 * @param emptyAnswer GetRecords answers empty with records behind
 * @param unanswered a probe is not answered, as the stream is too busy
 * @param nearDeadline an invocation finds, before a piece of work, that its time is nearly over
 * @param sick an environment can fold nothing
 */
public record Faults(
    double crash,
    double throttle,
    double lostAnswer,
    double sdkRetry,
    double zombie,
    double repeat,
    double staleList,
    double emptyAnswer,
    double unanswered,
    double nearDeadline,
    double sick) {

  public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** A mood of its own for each run: some faults often, some never. */
  static Faults drawn(Choices choices) {
    return new Faults(
        mood(choices, 0.02),
        mood(choices, 0.03),
        mood(choices, 0.05),
        mood(choices, 0.10),
        mood(choices, 0.03),
        mood(choices, 0.20),
        mood(choices, 0.30),
        mood(choices, 0.50),
        mood(choices, 0.20),
        mood(choices, 0.30),
        mood(choices, 0.20));
  }

  private static double mood(Choices choices, double most) {
    return choices.chance(0.25) ? 0 : most * choices.below(1000) / 1000;
  }
}
