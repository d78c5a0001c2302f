package io.windrow.definition;

import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.TimeFormat;
import io.windrow.contract.TimePattern;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how times are written: {@code unit}, {@code pattern} and {@code zone} of {@code time}. */
final class TimeFormatSection {
  private static final String PATTERN_EXPECTED = "a pattern such as 'dd/MM/yyyy HH:mm:ss'";

  private final ZoneReader zones;
  private final Problems problems;

  TimeFormatSection(Problems problems) {
    this.zones = new ZoneReader(problems);
    this.problems = problems;
  }

  /** The format; nothing if any of it is wrong. */
  Optional<TimeFormat> read(SectionReader reader) {
    if (!reader.has("unit") && !reader.has("pattern")) {
      reader.required(
          "unit", "unit: " + Words.oneOf(Unit.texts()) + ", or pattern: " + PATTERN_EXPECTED);
      return Optional.empty();
    }
    Optional<List<Unit>> units = units(reader);
    Optional<ZoneId> zone = zones.read(reader);
    Optional<List<String>> patterns = patterns(reader, reader.has("zone"));
    if (units.isEmpty() || patterns.isEmpty() || zone.isPresent() != reader.has("zone")) {
      return Optional.empty();
    }
    TimeFormat format = new TimeFormat(units.get(), patterns.get(), zone.orElse(null));
    warnOfOffsets(format, reader);
    return isZoneOfUse(format, reader) ? Optional.of(format) : Optional.empty();
  }

  private void warnOfOffsets(TimeFormat format, SectionReader reader) {
    if (format.zone() == null && format.units().contains(Unit.ISO8601)) {
      problems.warn(
          reader.node("unit").orElseThrow().place(),
          "no 'zone' in the time, so a text without an offset is rejected as time.format",
          "zone: UTC, or the zone in which such times are local, if there may be any");
    }
  }

  private boolean isZoneOfUse(TimeFormat format, SectionReader reader) {
    boolean unused =
        reader.has("zone") && format.patterns().isEmpty() && !format.units().contains(Unit.ISO8601);
    if (unused) {
      problems.add(
          reader.node("zone").orElseThrow().place(),
          "'zone' for times in " + Unit.texts(format.units()).get(0),
          "it with the unit iso8601 or a pattern; numbers since the epoch have no zone");
    }
    return !unused;
  }

  private Optional<List<Unit>> units(SectionReader reader) {
    List<Unit> units = new ArrayList<>();
    List<Node> nodes = reader.oneOrMore("unit");
    for (Node node : nodes) {
      reader.word(node, "unit", Unit.texts()).flatMap(Unit::of).ifPresent(units::add);
    }
    List<Unit> numbers = units.stream().filter(unit -> unit != Unit.ISO8601).toList();
    if (numbers.size() > 1) {
      problems.add(
          nodes.get(0).place(),
          String.join(" and ", Unit.texts(numbers)) + " for 'unit'",
          "one unit of numbers, since a number does not say which it is in");
      return Optional.empty();
    }
    return all(nodes, units);
  }

  private Optional<List<String>> patterns(SectionReader reader, boolean hasZone) {
    List<String> patterns = new ArrayList<>();
    List<Node> nodes = reader.oneOrMore("pattern");
    for (Node node : nodes) {
      reader
          .text(node, "pattern", PATTERN_EXPECTED)
          .filter(pattern -> isSound(pattern, hasZone))
          .ifPresent(pattern -> patterns.add(pattern.text()));
    }
    return all(nodes, patterns);
  }

  private static <T> Optional<List<T>> all(List<Node> nodes, List<T> read) {
    return read.size() < nodes.size() ? Optional.empty() : Optional.of(read);
  }

  private boolean isSound(Node.Scalar pattern, boolean hasZone) {
    Optional<TimePattern.Fault> fault = TimePattern.fault(pattern.text(), hasZone);
    fault.ifPresent(
        found ->
            problems.add(
                pattern.place(),
                pattern.describe() + " for 'pattern': " + found.found(),
                found.expected()));
    return fault.isEmpty();
  }
}
