package io.windrow.definition;

import io.windrow.window.WindowPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a view's {@code window}. */
final class WindowSection {
  private static final List<String> KINDS = List.of("tumbling", "hopping", "session");
  static final String EXPECTED =
      "{ tumbling: 10s, grace: 60s } or { hopping: 10s, slide: 1s, grace: 60s }";

  private final Problems problems;

  WindowSection(Problems problems) {
    this.problems = problems;
  }

  Optional<WindowPolicy> read(Node node) {
    return SectionReader.of(Section.WINDOW, node, problems).flatMap(this::window);
  }

  private Optional<WindowPolicy> window(SectionReader reader) {
    OptionalLong grace = reader.has("grace") ? reader.duration("grace") : OptionalLong.of(0);
    List<String> kinds = KINDS.stream().filter(reader::has).toList();
    if (kinds.size() != 1) {
      String found = kinds.isEmpty() ? "no size" : String.join(" and ", kinds);
      problems.add(reader.place(), found + " in a window", EXPECTED);
      return Optional.empty();
    }
    if (kinds.contains("session")) {
      refuse(reader, "session", "a session window, which is not available yet", EXPECTED);
      return Optional.empty();
    }
    OptionalLong size = positive(reader, kinds.get(0));
    OptionalLong slide = kinds.contains("hopping") ? slide(reader) : noSlide(reader, size);
    return size.isEmpty() || slide.isEmpty() || grace.isEmpty()
        ? Optional.empty()
        : policy(reader, size.getAsLong(), slide.getAsLong(), grace.getAsLong());
  }

  private OptionalLong slide(SectionReader reader) {
    reader.required("slide", "slide: how far apart hopping windows start, such as 1s");
    return positive(reader, "slide");
  }

  private OptionalLong noSlide(SectionReader reader, OptionalLong size) {
    if (reader.has("slide")) {
      refuse(reader, "slide", "'slide' in a tumbling window", "it in a hopping window only");
    }
    return size;
  }

  private OptionalLong positive(SectionReader reader, String key) {
    OptionalLong millis = reader.duration(key);
    if (millis.isPresent() && millis.getAsLong() == 0) {
      refuse(reader, key, "no time at all for '" + key + "'", "a duration of 1ms at least");
      return OptionalLong.empty();
    }
    return millis;
  }

  private Optional<WindowPolicy> policy(SectionReader reader, long size, long slide, long grace) {
    if (slide <= size) {
      return Optional.of(new WindowPolicy(size, slide, grace));
    }
    refuse(
        reader,
        "slide",
        "a slide of " + Durations.format(slide) + " in windows of " + Durations.format(size),
        "a slide of " + Durations.format(size) + " at most, else events between windows are lost");
    return Optional.empty();
  }

  private void refuse(SectionReader reader, String key, String found, String expected) {
    reader.node(key).ifPresent(node -> problems.add(node.place(), found, expected));
  }
}
