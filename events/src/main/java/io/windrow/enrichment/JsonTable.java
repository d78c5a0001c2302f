package io.windrow.enrichment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.windrow.contract.JsonValues;
import io.windrow.contract.RejectedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table from JSON: an array of objects, whose keys have the types that JSON gives them, or
 * an object of objects by key, whose keys are text.
 */
final class JsonTable {
  private final String file;
  private final String keyColumn;
  private final JsonValues values = new JsonValues();

  JsonTable(String file, String keyColumn) {
    this.file = file;
    this.keyColumn = keyColumn;
  }

  RowIndex read(String text) {
    try (JsonParser parser = values.open(text.getBytes(StandardCharsets.UTF_8))) {
      RowIndex rows = rows(parser);
      if (parser.nextToken() != null) {
        throw wrong(parser, "more after the table", "nothing");
      }
      return rows;
    } catch (JsonProcessingException e) {
      throw new ReferenceFileException(file, e.getLocation().getLineNr(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("text in memory failed to be read", e);
    }
  }

  private RowIndex rows(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return array(parser);
    }
    if (first == JsonToken.START_OBJECT) {
      return object(parser);
    }
    throw wrong(
        parser,
        first == null ? "nothing" : parser.getText(),
        "an array of objects, or an object of objects by key");
  }

  private RowIndex array(JsonParser parser) throws IOException {
    RowIndex rows = new RowIndex(file);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long line = line(parser);
      Map<String, @Nullable Object> row = row(parser);
      Object key = row.get(keyColumn);
      if (key == null || key instanceof Map || key instanceof List) {
        throw new ReferenceFileException(
            file, line, "found a row whose " + keyColumn + " is " + key + "; expected its key");
      }
      rows.putTyped(key, row, line);
    }
    return rows;
  }

  private RowIndex object(JsonParser parser) throws IOException {
    RowIndex rows = new RowIndex(file);
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      long line = line(parser);
      parser.nextToken();
      rows.putText(key, row(parser), line);
    }
    return rows;
  }

  private Map<String, @Nullable Object> row(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(parser, parser.getText(), "a row, which is an object");
    }
    try {
      return values.object(parser);
    } catch (RejectedException e) {
      throw wrong(parser, e.reason().toString(), "a value that an event can hold");
    }
  }

  private ReferenceFileException wrong(JsonParser parser, String found, String expected) {
    return new ReferenceFileException(
        file, line(parser), "found " + found + "; expected " + expected);
  }

  private static long line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
