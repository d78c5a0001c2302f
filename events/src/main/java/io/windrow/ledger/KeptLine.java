package io.windrow.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.contract.Reason;
import io.windrow.record.Position;
import io.windrow.window.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A kept record as a line of JSON: verdict, reason, pointer, detail if it has one, views, position,
 * arrival, partition key and the payload whole, as text in {@code payload} or, if it is not UTF-8,
 * in {@code payloadBase64}. The position of an event whose record holds several has its {@code
 * place}, and the payload is its own.
 */
public final class KeptLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private KeptLine() {}

  /** The line, without its end. */
  public static String of(Kept record) {
    ObjectNode line = MAPPER.createObjectNode();
    Reason reason = record.reason();
    line.put("verdict", record.verdict().text());
    line.put("reason", record.code());
    line.put("pointer", reason == null ? "" : reason.pointer());
    if (reason != null && !reason.detail().isEmpty()) {
      line.put("detail", reason.detail());
    }
    record.views().forEach(line.putArray("views")::add);
    putPosition(line.putObject("position"), record.position());
    line.put("arrival", Timestamps.iso(record.arrival()));
    line.put("partitionKey", record.partitionKey());
    putPayload(line, record.payload());
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers has no JSON", e);
    }
  }

  private static void putPosition(ObjectNode object, Position position) {
    object
        .put("shard", position.shard())
        .put("sequence", position.sequence())
        .put("subSequence", position.subSequence());
    if (position.place() > 0) {
      object.put("place", position.place());
    }
  }

  private static void putPayload(ObjectNode line, byte[] payload) {
    try {
      line.put(
          "payload",
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString());
    } catch (CharacterCodingException e) {
      line.put("payloadBase64", payload);
    }
  }
}
