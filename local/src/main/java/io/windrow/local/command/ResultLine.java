package io.windrow.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.windrow.view.GroupText;
import io.windrow.view.Result;
import io.windrow.view.ScalarJson;
import io.windrow.window.Timestamps;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result as a line of JSON, with plain numbers. */
final class ResultLine {
  /** The last line of a file whose run was ended before its input was drained. */
  static final String INTERRUPTED = "{\"interrupted\":true}";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final Comparator<Keyed> ORDER =
      Comparator.comparingLong((Keyed keyed) -> keyed.result.windowEnd())
          .thenComparing(keyed -> keyed.result.view())
          .thenComparing(Keyed::group);

  private ResultLine() {}

  private record Keyed(Result result, String group) {}

  /** The results in the order of a file: by window end, view and group. */
  static List<Result> sorted(Stream<Result> results) {
    return results
        .map(result -> new Keyed(result, GroupText.of(result.group().values())))
        .sorted(ORDER)
        .map(Keyed::result)
        .toList();
  }

  /** The line, without its end. */
  static String of(Result result) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", result.id());
      json.writeStringField("view", result.view());
      write(json, "group", result.group());
      json.writeStringField("windowStart", Timestamps.iso(result.windowStart()));
      json.writeStringField("windowEnd", Timestamps.iso(result.windowEnd()));
      ZoneId zone = result.zone();
      if (zone != null) {
        json.writeStringField("windowStartLocal", Timestamps.local(result.windowStart(), zone));
        json.writeStringField("windowEndLocal", Timestamps.local(result.windowEnd(), zone));
      }
      json.writeNumberField("revision", result.revision());
      write(json, "values", result.values());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, String name, Map<String, @Nullable Object> values)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
      json.writeFieldName(value.getKey());
      ScalarJson.write(json, value.getValue());
    }
    json.writeEndObject();
  }
}
