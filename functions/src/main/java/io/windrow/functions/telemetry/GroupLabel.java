package io.windrow.functions.telemetry;

import io.windrow.encoding.BinaryWriter;
import io.windrow.view.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group as the value of a dimension: at most 1,024 printable ASCII characters that begin with no
 * colon (Amazon CloudWatch API Reference, Dimension). Others are written as escapes of Java. A
 * label from which the values can't be told ends in a hash of them, so that no two groups of a view
 * share a metric; but a number and the text of its digits are one, as are true and its name.
 */
final class GroupLabel {
  private static final int LONGEST = 1_024;
  private static final String EVERYTHING = "all";

  private GroupLabel() {}

  static String of(Collection<? extends @Nullable Object> values) {
    String label = label(values);
    return label.length() <= LONGEST && values.stream().allMatch(GroupLabel::isPlain)
        ? label
        : hashed(label, values);
  }

  private static String label(Collection<? extends @Nullable Object> values) {
    String text = values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String ascii = text.chars().mapToObj(GroupLabel::ascii).collect(Collectors.joining());
    return ascii.isBlank() ? EVERYTHING : ascii.startsWith(":") ? " " + ascii : ascii;
  }

  /** Whether the value can be told from its text among others. */
  private static boolean isPlain(@Nullable Object value) {
    String text = String.valueOf(value);
    return value != null
        && !text.isBlank()
        && !text.startsWith(":")
        && text.chars().allMatch(each -> isAscii(each) && each != ',' && each != '\\');
  }

  private static boolean isAscii(int character) {
    return character >= ' ' && character <= '~';
  }

  private static String ascii(int character) {
    return isAscii(character) ? Character.toString(character) : "\\u%04x".formatted(character);
  }

  private static String hashed(String label, Collection<? extends @Nullable Object> values) {
    BinaryWriter encoded = new BinaryWriter();
    Group.of(new ArrayList<>(values)).encode(encoded);
    String hash = " " + UUID.nameUUIDFromBytes(encoded.toBytes());
    return label.substring(0, Math.min(label.length(), LONGEST - hash.length())) + hash;
  }
}
