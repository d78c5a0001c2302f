package io.windrow.definition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds one view. */
public final class ViewBuilder {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Object> by = new ArrayList<>();
  private final Map<String, Object> window = new LinkedHashMap<>();
  private final Map<String, Object> compute = new LinkedHashMap<>();

  ViewBuilder(String name) {
    values.put("name", name);
    values.put("by", by);
    values.put("window", window);
    values.put("compute", compute);
  }

  /** Groups by expressions, under names that are their texts without a leading {@code event.}. */
  public ViewBuilder by(String... expressions) {
    by.addAll(List.of(expressions));
    return this;
  }

  /** Groups by an expression under a name. */
  public ViewBuilder byNamed(String name, String expression) {
    by.add(Map.of(name, expression));
    return this;
  }

  /** Counts in windows that follow on each other. */
  public ViewBuilder tumbling(Duration size) {
    window.put("tumbling", Durations.format(size.toMillis()));
    return this;
  }

  /** Counts in windows that overlap. */
  public ViewBuilder hopping(Duration size, Duration slide) {
    window.put("hopping", Durations.format(size.toMillis()));
    window.put("slide", Durations.format(slide.toMillis()));
    return this;
  }

  /** Counts in calendar days or months that follow on each other. */
  public ViewBuilder tumbling(Period size) {
    window.put("tumbling", text(size));
    return this;
  }

  /** Counts in calendar days or months that overlap. */
  public ViewBuilder hopping(Period size, Period slide) {
    window.put("hopping", text(size));
    window.put("slide", text(slide));
    return this;
  }

  private static String text(Period period) {
    long days = period.get(ChronoUnit.DAYS);
    String months = period.toTotalMonths() == 0 ? "" : period.toTotalMonths() + "mo";
    return months + (days == 0 && !months.isEmpty() ? "" : days + "d");
  }

  /** In whose calendar days and months begin; in that of UTC when nothing is said. */
  public ViewBuilder zone(ZoneId zone) {
    window.put("zone", zone.getId());
    return this;
  }

  /** On which day windows of whole weeks start. */
  public ViewBuilder start(DayOfWeek day) {
    window.put("start", day.name().toLowerCase(Locale.ROOT));
    return this;
  }

  /** Starts windows so much later. */
  public ViewBuilder offset(Duration offset) {
    window.put("offset", Durations.format(offset.toMillis()));
    return this;
  }

  /** Counts in sessions: events up to the gap apart are one. */
  public ViewBuilder session(Duration gap) {
    window.put("session", Durations.format(gap.toMillis()));
    return this;
  }

  /** Cuts sessions that would last as long or longer; a day when nothing is said. */
  public ViewBuilder longest(Duration longest) {
    window.put("longest", Durations.format(longest.toMillis()));
    return this;
  }

  /** Keeps a window open for so long past its end; not at all when nothing is said. */
  public ViewBuilder grace(Duration grace) {
    window.put("grace", Durations.format(grace.toMillis()));
    return this;
  }

  /** Computes a value by the call of an aggregate, such as {@code sum(price)}. */
  public ViewBuilder compute(String name, String call) {
    compute.put(name, call);
    return this;
  }

  /** Publishes the groups of the greatest values as metrics. */
  public ViewBuilder metric(int top) {
    values.put("metric", Map.of("top", top));
    return this;
  }

  Map<String, Object> values() {
    return values;
  }
}
