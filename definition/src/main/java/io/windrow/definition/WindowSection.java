package io.windrow.definition;

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

  /** Where the first window starts. */
  private static final List<String> PLACING = List.of("zone", "start", "offset");

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
    refuseForeign(reader, kind, "slide", List.of("hopping"));
    refuseForeign(reader, kind, "longest", List.of("session"));
    PLACING.forEach(key -> refuseForeign(reader, kind, key, List.of("tumbling", "hopping")));
    Optional<? extends WindowPolicy> policy =
        kind.equals("session")
            ? sessions(reader, grace.orElse(0))
            : new PaneSection(problems).read(reader, kind, grace.orElse(0));
    return grace.isPresent() ? policy : Optional.empty();
  }

  private void refuseForeign(SectionReader reader, String kind, String key, List<String> only) {
    if (!only.contains(kind)) {
      refuse(
          reader,
          key,
          "'%s' in a %s window".formatted(key, kind),
          "it in a " + String.join(" or ", only) + " window only");
    }
  }

  private Optional<SessionPolicy> sessions(SectionReader reader, long grace) {
    OptionalLong gap = positive(reader, "session");
    OptionalLong longest =
        reader.has("longest") ? bounded(reader, "longest") : OptionalLong.of(DEFAULT_LONGEST);
    return gap.isEmpty() || longest.isEmpty()
        ? Optional.empty()
        : sessions(reader, gap.getAsLong(), grace, longest.getAsLong());
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
    if (millis.isPresent() && millis.getAsLong() > WindowSpan.MOST_TIME) {
      refuse(
          reader,
          key,
          Durations.format(millis.getAsLong()) + " for '" + key + "'",
          "a duration of " + Durations.format(WindowSpan.MOST_TIME) + " at most");
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

  private void refuse(SectionReader reader, String key, String found, String expected) {
    reader.node(key).ifPresent(node -> problems.add(node.place(), found, expected));
  }
}
