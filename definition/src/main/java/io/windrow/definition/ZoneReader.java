package io.windrow.definition;

import io.windrow.expression.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a {@code zone}. */
final class ZoneReader {
  private static final String EXPECTED = "a time zone such as UTC or Europe/Berlin";

  private final Problems problems;

  ZoneReader(Problems problems) {
    this.problems = problems;
  }

  /** The zone; nothing if it is absent or there is none of that name. */
  Optional<ZoneId> read(SectionReader reader) {
    return reader.text("zone", EXPECTED).flatMap(this::zone);
  }

  private Optional<ZoneId> zone(Node.Scalar scalar) {
    try {
      return Optional.of(ZoneId.of(scalar.text()));
    } catch (DateTimeException e) {
      String nearest = Nearest.to(scalar.text(), new TreeSet<>(ZoneId.getAvailableZoneIds()));
      problems.add(scalar.place(), scalar.describe() + " for 'zone'", EXPECTED, nearest);
      return Optional.empty();
    }
  }
}
