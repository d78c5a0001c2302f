package io.windrow.local.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/** AWS JSON 1.1: times are decimal seconds since the epoch, bytes are base64. */
final class JsonFormat implements WireFormat {
  static final WireFormat INSTANCE = new JsonFormat();

  private static final int MILLIS_DIGITS = 3;

  private final ObjectMapper mapper = new ObjectMapper();

  private JsonFormat() {}

  @Override
  public String contentType() {
    return "application/x-amz-json-1.1";
  }

  @Override
  public ObjectMapper mapper() {
    return mapper;
  }

  @Override
  public long millis(JsonNode timestamp) {
    return timestamp.decimalValue().movePointRight(MILLIS_DIGITS).longValue();
  }

  @Override
  public void writeTimestamp(JsonGenerator out, Instant value) throws IOException {
    out.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), MILLIS_DIGITS));
  }
}
