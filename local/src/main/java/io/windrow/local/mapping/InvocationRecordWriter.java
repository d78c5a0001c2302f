package io.windrow.local.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.window.Timestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The writer of what an S3 on-failure destination is given, as <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">the
 * manual</a> shows it.
 */
final class InvocationRecordWriter {
  private final ObjectMapper json = new ObjectMapper();
  private final MappingConfig config;

  InvocationRecordWriter(MappingConfig config) {
    this.config = config;
  }

  /**
   * @param requestId of the last invocation
   * @param payload the bytes that carried, or would have carried, the records
   */
  byte[] write(Discarded discarded, String requestId, long now, byte[] payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      writeRequest(discarded, requestId, out);
      writeResponse(discarded, out);
      out.writeStringField("version", "1.0");
      out.writeStringField("timestamp", Timestamps.iso(now));
      writeBatch(discarded, out);
      out.writeStringField("payload", new String(payload, StandardCharsets.UTF_8));
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeRequest(Discarded discarded, String requestId, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("requestContext");
    out.writeStringField("requestId", requestId);
    out.writeStringField("functionArn", config.functionArn());
    out.writeStringField("condition", discarded.condition().toString());
    out.writeNumberField("approximateInvokeCount", discarded.invocations());
    out.writeEndObject();
  }

  private static void writeResponse(Discarded discarded, JsonGenerator out) throws IOException {
    if (discarded.invocations() == 0) {
      return;
    }
    out.writeObjectFieldStart("responseContext");
    out.writeNumberField("statusCode", 200);
    out.writeStringField("executedVersion", "$LATEST");
    out.writeStringField("functionError", "Unhandled");
    out.writeEndObject();
  }

  private void writeBatch(Discarded discarded, JsonGenerator out) throws IOException {
    ShardRecord first = discarded.records().get(0);
    ShardRecord last = discarded.records().get(discarded.records().size() - 1);
    out.writeObjectFieldStart("KinesisBatchInfo");
    out.writeStringField("shardId", discarded.shard());
    out.writeStringField("startSequenceNumber", first.sequence());
    out.writeStringField("endSequenceNumber", last.sequence());
    out.writeStringField("approximateArrivalOfFirstRecord", Timestamps.iso(first.arrival()));
    out.writeStringField("approximateArrivalOfLastRecord", Timestamps.iso(last.arrival()));
    out.writeNumberField("batchSize", discarded.records().size());
    out.writeStringField("streamArn", config.streamArn());
    out.writeEndObject();
  }
}
