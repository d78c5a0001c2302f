package io.windrow.definition;

import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a view's {@code window}. */
final class WindowSection {
  private static final List<String> KINDS = List.of("tumbling", "hopping", "session");
  private static final long DEFAULT_LONGEST = Duration.ofDays(1).toMillis();
  private static final long MOST_TIME = Duration.ofDays(3650).toMillis();

  /** An event costs as many results as windows hold it. */
  private static final long MOST_WINDOWS = 10_000;

  static final String EXPECTED =
      "{ tumbling: 10s, grace: 60s }, { hopping: 10s, slide: 1s, grace: 60s }"
          + " or { session: 30s, grace: 60s }";

  private final Problems problems;

  WindowSection(Problems problems) {
    this.problems = problems;
  }

  Optional<WindowPolicy> read(Node node) {
    return SectionReader.of(Section.WINDOW, node, problems).flatMap(this::window);
  }

  private Optional<? extends WindowPolicy> window(SectionReader reader) {
    OptionalLong grace = reader.has("grace") ? bounded(reader, "grace") : OptionalLong.of(0);
    List<String> kinds = KINDS.stream().filter(reader::has).toList();
    if (kinds.size() != 1) {
      String found = kinds.isEmpty() ? "no size" : String.join(" and ", kinds);
      problems.add(reader.place(), found + " in a window", EXPECTED);
      return Optional.empty();
    }
    String kind = kinds.get(0);
    refuseForeign(reader, kind, "slide", "hopping");
    refuseForeign(reader, kind, "longest", "session");
    OptionalLong size = positive(reader, kind);
    OptionalLong slideOrLongest =
        switch (kind) {
          case "hopping" -> slide(reader);
          case "session" -> longest(reader);
          default -> size;
        };
    if (size.isEmpty() || slideOrLongest.isEmpty()) {
      return Optional.empty();
    }
    Optional<? extends WindowPolicy> policy =
        kind.equals("session")
            ? sessions(reader, size.getAsLong(), grace.orElse(0), slideOrLongest.getAsLong())
            : panes(reader, size.getAsLong(), slideOrLongest.getAsLong(), grace.orElse(0));
    return grace.isPresent() ? policy : Optional.empty();
  }

  private void refuseForeign(SectionReader reader, String kind, String key, String only) {
    if (!kind.equals(only)) {
      refuse(
          reader,
          key,
          "'%s' in a %s window".formatted(key, kind),
          "it in a " + only + " window only");
    }
  }

  private OptionalLong slide(SectionReader reader) {
    reader.required("slide", "slide: how far apart hopping windows start, such as 1s");
    return positive(reader, "slide");
  }

  private OptionalLong longest(SectionReader reader) {
    return reader.has("longest") ? bounded(reader, "longest") : OptionalLong.of(DEFAULT_LONGEST);
  }

  private OptionalLong positive(SectionReader reader, String key) {
    OptionalLong millis = bounded(reader, key);
    if (millis.isPresent() && millis.getAsLong() == 0) {
      refuse(reader, key, "no time at all for '" + key + "'", "a duration of 1ms at least");
      return OptionalLong.empty();
    }
    return millis;
  }

  private OptionalLong bounded(SectionReader reader, String key) {
    OptionalLong millis = reader.duration(key);
    if (millis.isPresent() && millis.getAsLong() > MOST_TIME) {
      refuse(
          reader,
          key,
          Durations.format(millis.getAsLong()) + " for '" + key + "'",
          "a duration of " + Durations.format(MOST_TIME) + " at most");
      return OptionalLong.empty();
    }
    return millis;
  }

  private Optional<SessionPolicy> sessions(
      SectionReader reader, long gap, long grace, long longest) {
    if (longest >= 2 * gap) {
      return Optional.of(new SessionPolicy(gap, grace, longest));
    }
    refuse(
        reader,
        reader.has("longest") ? "longest" : "session",
        "a gap of " + Durations.format(gap) + " in sessions of " + Durations.format(longest),
        "a 'longest' of twice the gap at least, " + Durations.format(2 * gap));
    return Optional.empty();
  }

  private Optional<PanePolicy> panes(SectionReader reader, long size, long slide, long grace) {
    String found =
        "a slide of " + Durations.format(slide) + " in windows of " + Durations.format(size);
    if (slide > size) {
      String most = "a slide of " + Durations.format(size) + " at most";
      refuse(reader, "slide", found, most + ", else events between windows are lost");
      return Optional.empty();
    }
    PanePolicy policy = new PanePolicy(size, slide, grace);
    long windows = policy.windowsOfAnEvent();
    if (windows > MOST_WINDOWS) {
      String held = ", so that " + windows + " windows hold each event";
      refuse(reader, "slide", found + held, "one that makes it " + MOST_WINDOWS + " at most");
      return Optional.empty();
    }
    return Optional.of(policy);
  }

  private void refuse(SectionReader reader, String key, String found, String expected) {
    reader.node(key).ifPresent(node -> problems.add(node.place(), found, expected));
  }
}
