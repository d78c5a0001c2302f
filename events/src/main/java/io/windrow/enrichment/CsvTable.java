package io.windrow.enrichment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table from CSV (RFC 4180) with a header line; every value is a string. */
final class CsvTable {
  private final String file;
  private final String keyColumn;

  CsvTable(String file, String keyColumn) {
    this.file = file;
    this.keyColumn = keyColumn;
  }

  RowIndex read(String text) {
    return read(text, parser -> rows(parser, header(parser)));
  }

  /** The columns of the header, whatever the rows hold. */
  List<String> columns(String text) {
    return read(text, this::header);
  }

  private interface Reading<R> {
    R of(CsvParser parser) throws IOException;
  }

  private <R> R read(String text, Reading<R> reading) {
    CsvFactory factory = CsvFactory.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();
    try (CsvParser parser = factory.createParser(text)) {
      return reading.of(parser);
    } catch (JsonProcessingException e) {
      throw new ReferenceFileException(file, e.getLocation().getLineNr(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("text in memory failed to be read", e);
    }
  }

  private List<String> header(CsvParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new ReferenceFileException(file, "found nothing; expected a header line");
    }
    List<String> columns = fields(parser);
    if (!columns.contains(keyColumn)) {
      throw new ReferenceFileException(
          file, 1, "found columns " + columns + "; expected the key's, " + keyColumn);
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new ReferenceFileException(
          file, 1, "found columns " + columns + "; expected each name once");
    }
    return columns;
  }

  private RowIndex rows(CsvParser parser, List<String> columns) throws IOException {
    RowIndex rows = new RowIndex(file);
    while (parser.nextToken() != null) {
      long line = parser.currentLocation().getLineNr();
      List<String> fields = fields(parser);
      if (fields.size() != columns.size()) {
        throw new ReferenceFileException(
            file,
            line,
            "found " + fields.size() + " fields; expected " + columns.size() + " as in the header");
      }
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < fields.size(); i++) {
        row.put(columns.get(i), fields.get(i));
      }
      rows.putText(fields.get(columns.indexOf(keyColumn)), row, line);
    }
    return rows;
  }

  private static List<String> fields(CsvParser parser) throws IOException {
    List<String> fields = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      fields.add(parser.getText());
    }
    return fields;
  }
}
