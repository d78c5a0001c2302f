package io.windrow.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choice of the partition key of each line: a field of it, or else the line's number. */
final class PartitionKeys {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST = 256;

  private final List<String> path;

  private PartitionKeys(List<String> path) {
    this.path = path;
  }

  /**
   * Keys by a field.
   *
   * @param field a path of names with dots; null for the number of each line
   */
  static PartitionKeys of(@Nullable String field) {
    return new PartitionKeys(field == null ? List.of() : List.of(field.split("\\.", -1)));
  }

  /** The key of a line; a line without such a field, and broken JSON, has its number. */
  String of(long number, byte[] line) {
    String value = path.isEmpty() ? null : value(line);
    return value == null || value.isEmpty() || value.length() > LONGEST
        ? Long.toString(number)
        : value;
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
