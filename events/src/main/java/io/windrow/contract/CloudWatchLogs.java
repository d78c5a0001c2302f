package io.windrow.contract;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The envelope in which a subscription of CloudWatch Logs puts log events (Amazon CloudWatch Logs
 * User Guide, "Log group-level subscription filters"): JSON compressed by gzip, or the JSON alone.
 * An event has all that its log event has, {@code id}, {@code timestamp} and {@code message}, and
 * what the envelope says of all: {@code messageType}, {@code owner}, {@code logGroup}, {@code
 * logStream} and {@code subscriptionFilters}. A message of control holds no events.
 */
final class CloudWatchLogs implements Framing {
  private final JsonValues values = new JsonValues();

  @Override
  public void takeOut(byte[] payload, Texts into) throws RejectedException {
    if (new PayloadBytes(payload).isAggregate()) {
      throw new RejectedException(Reason.of("record.aggregate"));
    }
    byte[] json = Gzip.isGzip(payload) ? Gzip.decompress(payload) : payload;
    LogEnvelope envelope = read(json);
    byte[] ofAll = envelope.ofAll();
    for (LogEnvelope.Span event : envelope.events()) {
      into.add(text(json, event, ofAll));
    }
  }

  private LogEnvelope read(byte[] json) throws RejectedException {
    try (JsonParser parser = values.open(json)) {
      LogEnvelope envelope = LogEnvelope.read(parser, values);
      if (parser.nextToken() != null) {
        throw new RejectedException(Reason.of("json.malformed"));
      }
      return envelope;
    } catch (IOException e) {
      throw new RejectedException(Reason.of("json.malformed"));
    }
  }

  /** The members of a log event, then those of all, as one object. */
  private static byte[] text(byte[] json, LogEnvelope.Span event, byte[] ofAll) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(event.length() + ofAll.length + 1);
    text.write('{');
    text.write(json, event.from(), event.length());
    text.write(JsonObjects.isBlank(json, event.from(), event.to()) ? ' ' : ',');
    text.write(ofAll, 1, ofAll.length - 1);
    return text.toByteArray();
  }
}
