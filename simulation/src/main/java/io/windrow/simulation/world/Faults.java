package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The measure of each fault in a world, as {@link Fault} has it; of those that it lacks, none. */
public record Faults(Map<Fault, Double> measures) {
  public static final Faults NONE = new Faults(Map.of());

  public Faults {
    EnumMap<Fault, Double> copy = new EnumMap<>(Fault.class);
    copy.putAll(measures);
    measures = Collections.unmodifiableMap(copy);
  }

  /** A mood of its own for each world: some faults often, some never. */
  static Faults drawn(Choices choices) {
    Map<Fault, Double> drawn = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      if (fault.most() > 0 && !choices.chance(0.25)) {
        drawn.put(fault, fault.most() * choices.below(1000) / 1000);
      }
    }
    return new Faults(drawn);
  }

  double of(Fault fault) {
    return measures.getOrDefault(fault, 0.0);
  }

  /** These with another measure of one. */
  Faults with(Fault fault, double measure) {
    Map<Fault, Double> changed = new EnumMap<>(Fault.class);
    changed.putAll(measures);
    changed.put(fault, measure);
    return new Faults(changed);
  }
}
