package io.windrow.definition;

import io.windrow.window.CalendarScale;
import io.windrow.window.EvenScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.Scale;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a tumbling or hopping window: its size, its slide, and where the first one starts. */
final class PaneSection {
  static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** An event costs as many results as windows hold it. */
  private static final long MOST_WINDOWS = 10_000;

  private final ZoneReader zones;
  private final Problems problems;

  PaneSection(Problems problems) {
    this.zones = new ZoneReader(problems);
    this.problems = problems;
  }

  Optional<PanePolicy> read(SectionReader reader, String kind, long grace) {
    Optional<WindowSpan> size = span(reader, kind);
    Optional<WindowSpan> slide = kind.equals("hopping") ? slide(reader) : size;
    Optional<ZoneId> zone = zones.read(reader);
    Optional<DayOfWeek> start = reader.word("start", WEEKDAYS).map(PaneSection::weekday);
    OptionalLong offset = reader.has("offset") ? reader.duration("offset") : OptionalLong.of(0);
    if (size.isEmpty()
        || slide.isEmpty()
        || offset.isEmpty()
        || zone.isPresent() != reader.has("zone")
        || start.isPresent() != reader.has("start")) {
      return Optional.empty();
    }
    Windows windows = new Windows(size.get(), slide.get(), zone, start, offset.getAsLong(), grace);
    if (!isSound(windows, reader)) {
      return Optional.empty();
    }
    warnOfThursdays(windows, reader.node(kind).orElseThrow().place());
    return Optional.of(windows.policy());
  }

  private void warnOfThursdays(Windows windows, Place place) {
    WindowSpan slide = windows.slide;
    if (slide.isWholeWeeks() && !slide.isInWeeks() && windows.start.isEmpty()) {
      problems.warn(
          place,
          "windows that start " + slide + " apart, on Thursdays, as 1970 did",
          "1w for weeks that start on Mondays, or start: and the day");
    }
  }

  private static DayOfWeek weekday(String word) {
    return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What a definition says of windows. */
  private record Windows(
      WindowSpan size,
      WindowSpan slide,
      Optional<ZoneId> zone,
      Optional<DayOfWeek> start,
      long offset,
      long grace) {

    PanePolicy policy() {
      if (size.isInMonths()) {
        ZoneId in = zone.orElse(ZoneOffset.UTC);
        return policy(size.amount(), slide.amount(), CalendarScale.months(in, offset));
      }
      return zone.map(in -> policy(size.days(), slide.days(), days(in))).orElseGet(this::even);
    }

    private PanePolicy policy(long sizeInMarks, long slideInMarks, CalendarScale scale) {
      return new PanePolicy(sizeInMarks, slideInMarks, grace, scale);
    }

    private CalendarScale days(ZoneId in) {
      return CalendarScale.days(in, firstDay(), offset);
    }

    private PanePolicy even() {
      Scale scale = new EvenScale(firstDay() * DAY + offset);
      return new PanePolicy(size.amount(), slide.amount(), grace, scale);
    }

    /** The first day of 1970 on which a window starts, as one counts from the epoch. */
    private long firstDay() {
      return start
          .or(() -> slide.isInWeeks() ? Optional.of(DayOfWeek.MONDAY) : Optional.empty())
          .map(day -> LocalDate.EPOCH.with(TemporalAdjusters.nextOrSame(day)).toEpochDay())
          .orElse(0L);
    }
  }

  private boolean isSound(Windows windows, SectionReader reader) {
    WindowSpan size = windows.size;
    WindowSpan slide = windows.slide;
    String found = "a slide of " + slide + " in windows of " + size;
    if (size.isInMonths() != slide.isInMonths()) {
      return refuse(reader, "slide", found, "both in months, or neither");
    }
    if (slide.amount() > size.amount()) {
      String most = "a slide of " + size + " at most";
      return refuse(reader, "slide", found, most + ", else events between windows are lost");
    }
    return isPlaced(windows, reader) && isCheap(windows, reader);
  }

  private boolean isCheap(Windows windows, SectionReader reader) {
    long held = windows.policy().windowsOfAnEvent();
    if (held > MOST_WINDOWS) {
      String found = "a slide of " + windows.slide + " in windows of " + windows.size;
      String many = ", so that " + held + " windows hold each event";
      return refuse(
          reader, "slide", found + many, "one that makes it " + MOST_WINDOWS + " at most");
    }
    return true;
  }

  private boolean isPlaced(Windows windows, SectionReader reader) {
    WindowSpan slide = windows.slide;
    boolean calendar = slide.isInMonths() || (windows.size.isWholeDays() && slide.isWholeDays());
    if (windows.zone.isPresent() && !calendar) {
      String expected = "whole days, weeks or months; 'offset' moves windows of another length";
      return refuse(reader, "zone", "'zone' with windows of " + windows.size, expected);
    }
    if (windows.start.isPresent() && !slide.isWholeWeeks()) {
      String apart = "'start' with windows that start " + slide + " apart";
      return refuse(reader, "start", apart, "whole weeks, such as 1w");
    }
    if (windows.offset >= slide.offsetLimit()) {
      String found = Durations.format(windows.offset) + " for 'offset'";
      String limit = Durations.format(slide.offsetLimit());
      return refuse(reader, "offset", found, "a duration below " + limit);
    }
    return true;
  }

  private Optional<WindowSpan> slide(SectionReader reader) {
    reader.required("slide", "slide: how far apart hopping windows start, such as 1s");
    return span(reader, "slide");
  }

  private Optional<WindowSpan> span(SectionReader reader, String key) {
    Optional<Node.Scalar> scalar = reader.text(key, WindowSpan.EXPECTED);
    Optional<WindowSpan> span = scalar.map(Node.Scalar::text).flatMap(WindowSpan::parse);
    if (span.isEmpty()) {
      scalar.ifPresent(
          text -> refuse(reader, key, text.describe() + " for '" + key + "'", WindowSpan.EXPECTED));
      return Optional.empty();
    }
    String most =
        span.get().isInMonths()
            ? WindowSpan.MOST_MONTHS + "mo"
            : Durations.format(WindowSpan.MOST_TIME);
    boolean isSound =
        span.get().amount() == 0
            ? refuse(reader, key, "no time at all for '" + key + "'", "a duration of 1ms at least")
            : !span.get().isTooLong()
                || refuse(
                    reader,
                    key,
                    span.get() + " for '" + key + "'",
                    "a duration of " + most + " at most");
    return isSound ? span : Optional.empty();
  }

  /** Adds a problem; false, for what is not sound. */
  private boolean refuse(SectionReader reader, String key, String found, String expected) {
    reader.node(key).ifPresent(node -> problems.add(node.place(), found, expected));
    return false;
  }
}
