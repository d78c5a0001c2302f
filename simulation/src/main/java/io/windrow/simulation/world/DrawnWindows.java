package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;
import io.windrow.window.CalendarScale;
import io.windrow.window.EvenScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Draws windows, of seconds or of a calendar. */
public final class DrawnWindows {
  private static final long HALF_HOUR = Duration.ofMinutes(30).toMillis();

  /** Zones that change their clocks at midnight and in the night, by an hour and by less. */
  private static final List<ZoneId> ZONES =
      Stream.of(
              "UTC",
              "Europe/Berlin",
              "America/New_York",
              "America/Sao_Paulo",
              "Australia/Lord_Howe",
              "Asia/Kolkata",
              "Pacific/Apia")
          .map(ZoneId::of)
          .toList();

  private DrawnWindows() {}

  /** Windows of some seconds. */
  static WindowPolicy ofSeconds(Choices choices) {
    return choices.chance(1.0 / 3) ? sessions(choices) : panes(choices);
  }

  /** Windows of a minute to days. */
  static WindowPolicy ofManySeconds(Choices choices) {
    long size = choices.between(1, choices.chance(0.5) ? 10 : 5_000) * 60_000;
    return choices.chance(0.25)
        ? new SessionPolicy(choices.between(1, 20) * 500, grace(choices), size)
        : new PanePolicy(size, choices.chance(0.7) ? size : size / 2, grace(choices));
  }

  private static PanePolicy panes(Choices choices) {
    long slide = choices.between(1, 10) * 1000;
    long size = slide * choices.between(1, 3) + (choices.chance(0.2) ? 500 : 0);
    long drawn = choices.chance(0.5) ? size : slide;
    long offset = choices.chance(0.3) ? choices.between(0, 2 * drawn) : 0;
    return new PanePolicy(size, drawn, grace(choices), new EvenScale(offset));
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

  /** Windows of some days or months of a zone. */
  public static PanePolicy ofCalendar(Choices choices) {
    boolean months = choices.chance(0.2);
    long slide = choices.between(1, months ? 2 : 7);
    long size = slide * choices.between(1, 3) + (choices.chance(0.2) ? 1 : 0);
    long offset = choices.chance(0.3) ? choices.between(0, 47) * HALF_HOUR : 0;
    ZoneId zone = choices.oneOf(ZONES);
    return new PanePolicy(
        size,
        choices.chance(0.5) ? size : slide,
        choices.chance(0.5) ? 0 : choices.between(0, 96) * HALF_HOUR,
        months
            ? CalendarScale.months(zone, offset)
            : CalendarScale.days(zone, choices.between(0, 6), offset));
  }
}
