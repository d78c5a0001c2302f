package io.windrow.local.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the two encodings that the service reads and writes. */
sealed interface WireFormat permits JsonFormat, CborFormat {

  /** The format of a content type; null if it is none that the service knows. */
  static @Nullable WireFormat of(@Nullable String contentType) {
    String plain = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    return List.of(JsonFormat.INSTANCE, CborFormat.INSTANCE).stream()
        .filter(format -> format.contentType().equals(plain.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  String contentType();

  /** Reads and writes the encoding, but for what AWS makes of it. */
  ObjectMapper mapper();

  /** The milliseconds since the epoch that a timestamp says. */
  long millis(JsonNode timestamp);

  void writeTimestamp(JsonGenerator out, Instant value) throws IOException;

  default JsonNode read(byte[] body) throws IOException {
    return mapper().readTree(body);
  }

  default byte[] write(Structure structure) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = mapper().createGenerator(out)) {
      new StructureWriter(this, generator).write(structure);
    } catch (IOException e) {
      throw new IllegalStateException("a structure in memory cannot be written", e);
    }
    return out.toByteArray();
  }
}
