package io.windrow.simulation.world;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.expression.Expression;
import io.windrow.ledger.Steps;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.schedule.Choices;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one run processes, drawn from its seed.
 *
 * @param steps what each record goes through
 * @param payloads draws the payload of a record that arrives then
 * @param shards how many the stream has at first
 * @param memory how many records an environment can judge in one call
 * @param deadliness of each record
 */
public record Scenario(
    Steps steps,
    Payloads payloads,
    int shards,
    int memory,
    Function<StreamRecord, Deadliness> deadliness) {

  private static final long MOST_AHEAD = 8_000;

  /** A scenario whose records harm nobody. */
  public Scenario(Steps steps, Payloads payloads, int shards) {
    this(steps, payloads, shards, Integer.MAX_VALUE, record -> Deadliness.HARMLESS);
  }

  /** Draws payloads. */
  public interface Payloads {
    byte[] draw(Choices choices, long arrival);
  }

  /** A scenario of small events. */
  public static Scenario drawn(Choices choices) {
    List<View> views = new ArrayList<>();
    for (int i = choices.below(3); i >= 0; i--) {
      views.add(view("view-" + i, choices));
    }
    return of(views, choices);
  }

  /**
   * A scenario of windows of very different lengths side by side: what one has closed long ago lies
   * in the entries and runs that another needs for minutes or days.
   */
  public static Scenario ofMixedLengths(Choices choices) {
    List<View> views = new ArrayList<>();
    for (int i = choices.below(3); i >= 0; i--) {
      views.add(view("view-" + i, choices));
    }
    for (int i = choices.below(2); i >= 0; i--) {
      views.add(view("long-" + i, longWindow(choices), choices));
    }
    return of(views, choices);
  }

  private static WindowPolicy longWindow(Choices choices) {
    long size = choices.between(1, choices.chance(0.5) ? 10 : 5_000) * 60_000;
    return choices.chance(0.25)
        ? new SessionPolicy(choices.between(1, 20) * 500, grace(choices), size)
        : new PanePolicy(size, choices.chance(0.7) ? size : size / 2, grace(choices));
  }

  private static Scenario of(List<View> views, Choices choices) {
    long spread = choices.between(1, 60) * 1000;
    @Nullable Long behind = choices.chance(0.4) ? spread : null;
    Steps steps = new Steps(new SmallEvents(), new TableEnrichment(List.of()), views, behind);
    // Whole halves of a second, so that events meet the ends of windows and gaps exactly.
    long grain = choices.chance(0.5) ? 500 : 1;
    double deadly = choices.chance(0.5) ? 0 : 0.03;
    return new Scenario(
        steps,
        (drawing, arrival) ->
            SmallEvents.draw(drawing, (arrival - age(drawing, spread)) / grain * grain, deadly),
        1 + choices.below(4),
        choices.chance(0.8) ? Integer.MAX_VALUE : 2 + choices.below(4),
        SmallEvents::deadliness);
  }

  /** Some events are of the future, and some older than the owner has said. */
  private static long age(Choices choices, long spread) {
    return choices.between(-Math.min(spread, MOST_AHEAD), 2 * spread);
  }

  private static View view(String name, Choices choices) {
    return view(name, choices.chance(1.0 / 3) ? sessions(choices) : panes(choices), choices);
  }

  private static View view(String name, WindowPolicy window, Choices choices) {
    List<View.Field> by =
        choices.chance(0.2) ? List.of() : List.of(new View.Field("key", new FieldValue("key")));
    return new View(
        name,
        "fingerprint",
        by,
        window,
        List.of(
            computed("count", List.of()),
            computed("sum", List.of("value")),
            computed("last", List.of("value"))));
  }

  private static PanePolicy panes(Choices choices) {
    long slide = choices.between(1, 10) * 1000;
    long size = slide * choices.between(1, 3) + (choices.chance(0.2) ? 500 : 0);
    return new PanePolicy(size, choices.chance(0.5) ? size : slide, grace(choices));
  }

  /** Most streaks are cut if they may not be longer than a few gaps, and none in a day. */
  private static SessionPolicy sessions(Choices choices) {
    long gap = choices.between(1, 20) * 500;
    long few = gap * choices.between(2, 12) + (choices.chance(0.5) ? 0 : choices.below(1000));
    return new SessionPolicy(gap, grace(choices), choices.chance(0.3) ? 86_400_000 : few);
  }

  private static long grace(Choices choices) {
    return choices.chance(0.5) ? 0 : choices.between(0, 20) * 1000;
  }

  private static View.Computed computed(String aggregate, List<String> fields) {
    return new View.Computed(
        aggregate,
        Aggregates.named(aggregate).orElseThrow(),
        fields.stream().<Expression>map(FieldValue::new).toList());
  }
}
