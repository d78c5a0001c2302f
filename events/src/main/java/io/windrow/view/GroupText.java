package io.windrow.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A group as a JSON array: equal groups have the same text. */
public final class GroupText {
  private static final JsonFactory JSON = new JsonFactory();

  private GroupText() {}

  /** The text of the values of a group, in the view's order. */
  public static String of(Collection<? extends @Nullable Object> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Object value : values) {
        ScalarJson.write(json, value);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
