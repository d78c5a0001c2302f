package io.windrow.local.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.time.Instant;

/**
 * AWS CBOR 1.1, as the Java SDK speaks it: times have tag 1 and are whole milliseconds since the
 * epoch, where RFC 8949 would have seconds.
 */
final class CborFormat implements WireFormat {
  static final WireFormat INSTANCE = new CborFormat();

  private static final int EPOCH_TIME_TAG = 1;

  private final ObjectMapper mapper = new CBORMapper();

  private CborFormat() {}

  @Override
  public String contentType() {
    return "application/x-amz-cbor-1.1";
  }

  @Override
  public ObjectMapper mapper() {
    return mapper;
  }

  @Override
  public long millis(JsonNode timestamp) {
    return timestamp.longValue();
  }

  @Override
  public void writeTimestamp(JsonGenerator out, Instant value) throws IOException {
    ((CBORGenerator) out).writeTag(EPOCH_TIME_TAG);
    out.writeNumber(value.toEpochMilli());
  }
}
