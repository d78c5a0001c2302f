package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.simulation.world.Simulation.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault comes to pass in worlds that have it alone, and one that goes too far is noticed. */
class FaultsTest {
  private static final long SEED = 1;
  private static final long STEPS = 60_000;
  private static final long MANY_STEPS = 600_000;
  private static final double TOO_LONG = 20_000;

  @ParameterizedTest
  @EnumSource(names = {"UNSEEN", "SKEWED_CLOCK", "REFUSED_KEY", "TRIMMED"})
  void comesToPassAloneAndDoesNoHarm(Fault fault) {
    Summary summary = run(Faults.NONE.with(fault, fault.most()), STEPS);

    System.out.println(fault + " " + summary.met().get(fault) + " times in " + summary);
    assertThat(summary.met()).containsKey(fault).doesNotContainKey(Fault.CRASH);
    assertThat(summary.failures()).isEmpty();
  }

  @Test
  void onlyWhatHasNoMeasureComesToPassWhereNoFaultIsWanted() {
    assertThat(run(Faults.NONE, STEPS).met())
        .containsKeys(Fault.FULL_ITEM, Fault.NEW_GENERATION)
        .allSatisfy((fault, times) -> assertThat(fault.most()).isZero());
  }

  /** A proof stays 10 s behind its own time, for what is not seen and for clocks together. */
  @ParameterizedTest
  @EnumSource(names = {"UNSEEN", "SKEWED_CLOCK"})
  void beyondTheMarginOfProofsItIsNoticed(Fault fault) {
    Summary summary = run(Faults.NONE.with(fault, TOO_LONG), MANY_STEPS);

    assertThat(summary.failures()).isNotEmpty();
    assertThat(summary.failures().get(0).violation().orElseThrow())
        .contains("after its shard was raised as if none came before");
  }

  private static Summary run(Faults faults, long steps) {
    return new Simulation(Setting.STANDARD.withFaults(choices -> faults), 3000)
        .run(SEED, soFar -> soFar.steps() < steps && soFar.failures().isEmpty());
  }
}
