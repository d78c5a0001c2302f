package io.windrow.simulation.world;

import io.windrow.ledger.PoisonRules;
import io.windrow.ledger.Ports;
import io.windrow.simulation.schedule.Choices;
import io.windrow.view.View;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What worlds have in common, whatever their seeds.
 *
 * @param drawn draws what a world processes
 * @param code what its environments run
 * @param wiring what stands between the code and its ports, to take a safeguard away
 * @param faults draws what goes wrong
 * @param poison the rules by which records are tried with caution, to take a safeguard away
 */
public record Setting(
    Function<Choices, Scenario> drawn,
    Functions.Code code,
    BiFunction<Ports, List<View>, Ports> wiring,
    Function<Choices, Faults> faults,
    UnaryOperator<PoisonRules> poison) {

  /** Small events, bare functions, and every safeguard in its place. */
  public static final Setting STANDARD =
      new Setting(
          Scenario::drawn,
          new BareFunctions.BareCode(),
          (ports, views) -> ports,
          Faults::drawn,
          rules -> rules);

  /** This with other scenarios. */
  public Setting with(Function<Choices, Scenario> other) {
    return new Setting(other, code, wiring, faults, poison);
  }

  /** This with other code. */
  public Setting with(Functions.Code other) {
    return new Setting(drawn, other, wiring, faults, poison);
  }

  /** This with other wiring. */
  public Setting with(BiFunction<Ports, List<View>, Ports> other) {
    return new Setting(drawn, code, other, faults, poison);
  }

  /** This with other faults. */
  public Setting withFaults(Function<Choices, Faults> other) {
    return new Setting(drawn, code, wiring, other, poison);
  }

  /** This with other rules of poison. */
  public Setting withPoison(UnaryOperator<PoisonRules> other) {
    return new Setting(drawn, code, wiring, faults, other);
  }
}
