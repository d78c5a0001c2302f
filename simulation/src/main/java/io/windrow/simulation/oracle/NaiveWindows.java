package io.windrow.simulation.oracle;

import io.windrow.window.CalendarScale;
import io.windrow.window.EvenScale;
import io.windrow.window.PanePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Tumbling and hopping windows, one after the other. */
final class NaiveWindows {
  private NaiveWindows() {}

  /** A window, by the times of its start and its end. */
  record Window(long start, long end) {}

  /** The windows that hold the time and whose end and grace are past the watermark. */
  static List<Window> open(PanePolicy policy, long time, long watermark) {
    List<Window> open = new ArrayList<>();
    for (Window window : holding(policy, time)) {
      if (window.end + policy.grace() > watermark) {
        open.add(window);
      }
    }
    return open;
  }

  private static List<Window> holding(PanePolicy policy, long time) {
    return policy.scale() instanceof CalendarScale calendar
        ? inCalendar(policy, calendar, time)
        : even(policy, ((EvenScale) policy.scale()).offset(), time);
  }

  private static List<Window> even(PanePolicy policy, long offset, long time) {
    List<Window> holding = new ArrayList<>();
    for (long start = Math.floorDiv(time - offset, policy.slide()) * policy.slide() + offset;
        start > time - policy.size();
        start -= policy.slide()) {
      holding.add(new Window(start, start + policy.size()));
    }
    return holding;
  }

  /** Begins long before the time and goes from window to window, date by date. */
  private static List<Window> inCalendar(PanePolicy policy, CalendarScale calendar, long time) {
    boolean days = calendar.unit() == CalendarScale.Unit.DAYS;
    Period slide = days ? days(policy.slide()) : Period.ofMonths((int) policy.slide());
    Period size = days ? days(policy.size()) : Period.ofMonths((int) policy.size());
    LocalDate date = LocalDate.EPOCH.plusDays(calendar.firstDay());
    LocalDate before =
        Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().minus(size).minusDays(40);
    while (date.isBefore(before)) {
      date = date.plus(slide.multipliedBy(50));
    }
    while (date.isAfter(before)) {
      date = date.minus(slide.multipliedBy(50));
    }
    TreeMap<Long, Window> holding = new TreeMap<>();
    for (; at(date, calendar) <= time; date = date.plus(slide)) {
      Window window = new Window(at(date, calendar), at(date.plus(size), calendar));
      if (window.end > time) {
        holding.put(window.start, window); // where a zone skips a day, that of the next
      }
    }
    return List.copyOf(holding.values());
  }

  private static Period days(long days) {
    return Period.ofDays((int) days);
  }

  /** When clocks there first show that time of the date, or more. */
  private static long at(LocalDate date, CalendarScale calendar) {
    ZoneId zone = calendar.zone();
    LocalDateTime there = date.atStartOfDay().plusNanos(calendar.offset() * 1_000_000);
    boolean isShown = !zone.getRules().getValidOffsets(there).isEmpty();
    return isShown
        ? there.toInstant(zone.getRules().getValidOffsets(there).get(0)).toEpochMilli()
        : zone.getRules().getTransition(there).getInstant().toEpochMilli();
  }
}
