package io.windrow.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.windrow.record.Scalars;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A scalar as JSON, in the one form that equal values share. */
public final class ScalarJson {
  private ScalarJson() {}

  /** Writes a value of a group or a result. */
  public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    Object canonical = Scalars.canonical(value);
    if (canonical == null) {
      json.writeNull();
    } else if (canonical instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (canonical instanceof Long number) {
      json.writeNumber(number);
    } else if (canonical instanceof BigDecimal number) {
      json.writeNumber(number);
    } else {
      json.writeString(canonical.toString());
    }
  }
}
