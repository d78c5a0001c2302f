package io.windrow.functions.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group as the value of a dimension: at most 1,024 printable ASCII characters that begin with no
 * colon (Amazon CloudWatch API Reference, Dimension). Others are written as escapes of Java, and a
 * label that is too long ends in a hash of the whole, so that no two groups share a metric.
 */
final class GroupLabel {
  private static final int LONGEST = 1_024;
  private static final String EVERYTHING = "all";

  private GroupLabel() {}

  static String of(Collection<? extends @Nullable Object> values) {
    String label = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String ascii = label.chars().mapToObj(GroupLabel::ascii).collect(Collectors.joining());
    String safe = ascii.isBlank() ? EVERYTHING : ascii.startsWith(":") ? " " + ascii : ascii;
    return safe.length() <= LONGEST ? safe : shortened(safe);
  }

  private static String shortened(String label) {
    String hash = UUID.nameUUIDFromBytes(label.getBytes(StandardCharsets.US_ASCII)).toString();
    return label.substring(0, LONGEST - hash.length()) + hash;
  }

  private static String ascii(int character) {
    return character >= ' ' && character <= '~'
        ? Character.toString(character)
        : "\\u%04x".formatted(character);
  }
}
