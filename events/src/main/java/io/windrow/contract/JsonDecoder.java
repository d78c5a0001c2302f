package io.windrow.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.windrow.encoding.ByteOrderMark;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the payload of a record, one JSON object (RFC 8259) in UTF-8, into the fields of an
 * event. A byte order mark is passed over.
 *
 * <p>Its rejections are {@code record.empty}, {@code record.aggregate} (one of the KPL, which could
 * not be opened or comes to too much), {@code json.encoding}, {@code json.malformed}, {@code
 * json.object} (JSON, but no object), {@code json.several} (several objects, or an array of them,
 * as the format {@code jsonl} takes them), {@code json.depth} (more than {@value
 * JsonValues#MAX_DEPTH} levels), {@code json.duplicate} and {@code number.range} with the place. Of
 * several, the first in the text is named.
 */
final class JsonDecoder {
  private final JsonValues values = new JsonValues();

  /** The fields, in the order of the text, in a map that is the caller's to change. */
  Map<String, @Nullable Object> decode(byte[] payload) throws RejectedException {
    PayloadBytes bytes = new PayloadBytes(payload);
    int start = ByteOrderMark.length(payload);
    if (bytes.isBlankFrom(start)) {
      throw rejected("record.empty");
    }
    if (!bytes.isUtf8()) {
      throw rejected(bytes.isAggregate() ? "record.aggregate" : "json.encoding");
    }
    Map<String, @Nullable Object> fields = parse(payload, start);
    if (bytes.mayHaveEscapedSurrogates()) {
      LoneSurrogates.reject(fields);
    }
    return fields;
  }

  private Map<String, @Nullable Object> parse(byte[] payload, int start) throws RejectedException {
    try (JsonParser parser = values.open(payload, start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw rejected(isArrayOfObjects(parser) ? "json.several" : "json.object");
      }
      Map<String, @Nullable Object> fields = values.object(parser);
      JsonToken more = parser.nextToken();
      if (more != null) {
        throw rejected(more == JsonToken.START_OBJECT ? "json.several" : "json.malformed");
      }
      return fields;
    } catch (IOException e) {
      throw rejected("json.malformed");
    }
  }

  private static boolean isArrayOfObjects(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.START_ARRAY
        && parser.nextToken() == JsonToken.START_OBJECT;
  }

  private static RejectedException rejected(String code) {
    return new RejectedException(Reason.of(code));
  }
}
