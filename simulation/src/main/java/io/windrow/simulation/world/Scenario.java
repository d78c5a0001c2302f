package io.windrow.simulation.world;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.Enrichment;
import io.windrow.enrichment.Missing;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.expression.Expression;
import io.windrow.ledger.Steps;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.schedule.Choices;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.time.Duration;
import java.time.Instant;
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

  private static final long FIRST_OLD = Instant.parse("1950-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST_OLD = Instant.parse("2019-01-01T00:00:00Z").toEpochMilli();
  private static final long HALF_HOUR = Duration.ofMinutes(30).toMillis();

  /** Ten seconds become a day. */
  private static final long STRETCH = 8_640;

  /** After so long, events are of the first day again. */
  private static final long WRAP = 10_000_000;

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
    return choices.chance(0.2) ? ofCalendar(choices) : ofSeconds(choices);
  }

  private static Scenario ofSeconds(Choices choices) {
    return of(views(choices, DrawnWindows::ofSeconds), choices);
  }

  /**
   * A scenario of windows of very different lengths side by side: what one has closed long ago lies
   * in the entries and runs that another needs for minutes or days.
   */
  public static Scenario ofMixedLengths(Choices choices) {
    List<View> views = views(choices, DrawnWindows::ofSeconds);
    for (int i = choices.below(2); i >= 0; i--) {
      views.add(view("long-" + i, DrawnWindows.ofManySeconds(choices), choices));
    }
    return of(views, choices);
  }

  private static Scenario of(List<View> views, Choices choices) {
    boolean atArrival = choices.chance(0.1);
    long spread = atArrival ? 0 : choices.between(1, 60) * 1000;
    @Nullable Long behind = atArrival || choices.chance(0.4) ? spread : null;
    // Whole halves of a second, so that events meet the ends of windows and gaps exactly.
    long grain = !atArrival && choices.chance(0.5) ? 500 : 1;
    double deadly = choices.chance(0.5) ? 0 : 0.03;
    return new Scenario(
        steps(views, behind, enrichment(choices)),
        (drawing, arrival) ->
            SmallEvents.draw(
                drawing, () -> (arrival - age(drawing, spread)) / grain * grain, deadly),
        1 + choices.below(4),
        choices.chance(0.8) ? Integer.MAX_VALUE : 2 + choices.below(4),
        SmallEvents::deadliness);
  }

  /** Old events, of which each ten seconds are days apart, so that windows of days close. */
  private static Scenario ofCalendar(Choices choices) {
    List<View> views = views(choices, DrawnWindows::ofCalendar);
    long first = choices.between(FIRST_OLD, LAST_OLD);
    long spread = choices.between(1, 60) * 1000;
    return new Scenario(
        steps(views, null, enrichment(choices)),
        (drawing, arrival) -> {
          long arrived = Math.floorMod(arrival, WRAP);
          return SmallEvents.draw(
              drawing,
              () -> (first + (arrived - age(drawing, spread)) * STRETCH) / HALF_HOUR * HALF_HOUR,
              0);
        },
        1 + choices.below(4));
  }

  private static List<View> views(Choices choices, Function<Choices, WindowPolicy> windows) {
    List<View> views = new ArrayList<>();
    for (int i = choices.below(3); i >= 0; i--) {
      views.add(view("view-" + i, windows.apply(choices), choices));
    }
    return views;
  }

  private static Steps steps(List<View> views, @Nullable Long behind, Enrichment enrichment) {
    return new Steps(new SmallEvents(), enrichment, views, behind);
  }

  /** Some events are of the future, and some older than the owner has said. */
  private static long age(Choices choices, long spread) {
    return choices.between(-Math.min(spread, MOST_AHEAD), 2 * spread);
  }

  private static View view(String name, WindowPolicy window, Choices choices) {
    String field = choices.chance(0.2) ? Zones.ZONE : "key";
    List<View.Field> by =
        choices.chance(0.2) ? List.of() : List.of(new View.Field(field, new FieldValue(field)));
    return new View(name, "fingerprint", by, window, compute(choices));
  }

  /** The number of events, and some of all that can be computed. */
  private static List<View.Computed> compute(Choices choices) {
    List<View.Computed> compute = new ArrayList<>();
    compute.add(computed("n", "count", List.of()));
    for (String aggregate : Aggregates.names()) {
      if (choices.chance(0.3)) {
        String field = aggregate.equals("count") ? "even" : "value";
        compute.add(computed(aggregate, aggregate, List.of(field)));
      }
    }
    return compute;
  }

  private static View.Computed computed(String name, String aggregate, List<String> fields) {
    return new View.Computed(
        name,
        Aggregates.named(aggregate).orElseThrow(),
        fields.stream().<Expression>map(FieldValue::new).toList());
  }

  /** By no table, or by one. */
  private static Enrichment enrichment(Choices choices) {
    return choices.chance(0.6)
        ? new TableEnrichment(List.of())
        : new Zones(choices.oneOf(List.of(Missing.values())), 0);
  }
}
