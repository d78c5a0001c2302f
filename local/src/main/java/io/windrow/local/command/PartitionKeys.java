package io.windrow.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.windrow.record.FieldPath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the partition key of each line: a field of it, or else the line's number. How many
 * lines lacked the field is counted, since they are spread over the shards in another way.
 */
final class PartitionKeys {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST = 256;

  private final List<String> path;
  private final AtomicLong lacking = new AtomicLong();

  private PartitionKeys(List<String> path) {
    this.path = path;
  }

  /**
   * Keys by a field.
   *
   * @param field as {@link FieldPath#of} reads it; null for the number of each line
   */
  static PartitionKeys of(@Nullable String field) {
    return new PartitionKeys(field == null ? List.of() : FieldPath.of(field).names());
  }

  /** The key of a line; a line without such a field, and broken JSON, has its number. */
  String of(long number, byte[] line) {
    if (path.isEmpty()) {
      return Long.toString(number);
    }
    String value = value(line);
    if (value == null || value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST) {
      lacking.incrementAndGet();
      return Long.toString(number);
    }
    return value;
  }

  /** A sentence about the lines so far that lacked the field, if any did. */
  Optional<String> remark() {
    long lines = lacking.get();
    return lines == 0
        ? Optional.empty()
        : Optional.of(
            "Lines without the field %s, or without a value there that can be a partition key: %,d. Each was spread by its line's number instead."
                .formatted(String.join(".", path), lines));
  }

  private @Nullable String value(byte[] line) {
    try (JsonParser parser = JSON.createParser(line)) {
      for (String name : path) {
        if (parser.nextToken() != JsonToken.START_OBJECT || !find(parser, name)) {
          return null;
        }
      }
      return parser.nextToken().isScalarValue() ? parser.getText() : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Goes to the field of that name in the object that has begun. */
  private static boolean find(JsonParser parser, String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (parser.currentName().equals(name)) {
        return true;
      }
      parser.nextToken();
      parser.skipChildren();
    }
    return false;
  }
}
