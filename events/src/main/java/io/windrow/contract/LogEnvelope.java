package io.windrow.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.record.Expansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An envelope of CloudWatch Logs, as far as events are made of it. */
final class LogEnvelope {
  private static final String MESSAGE_TYPE = "messageType";
  private static final String LOG_EVENTS = "logEvents";
  private static final Set<String> OF_ALL =
      Set.of(MESSAGE_TYPE, "owner", "logGroup", "logStream", "subscriptionFilters");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, @Nullable Object> ofAll = new LinkedHashMap<>();
  private @Nullable List<Span> events;

  private LogEnvelope() {}

  /** Where what stands between the braces of a log event begins and ends. */
  record Span(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** Reads an envelope; the parser has not read a token yet. */
  static LogEnvelope read(JsonParser parser, JsonValues values)
      throws IOException, RejectedException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw misses("");
    }
    LogEnvelope envelope = new LogEnvelope();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (OF_ALL.contains(name)) {
        requireFirst(!envelope.ofAll.containsKey(name), name);
        envelope.ofAll.put(name, values.value(parser));
      } else if (name.equals(LOG_EVENTS)) {
        requireFirst(envelope.events == null, name);
        envelope.events = readEvents(parser);
      } else {
        parser.skipChildren();
      }
    }
    return envelope;
  }

  private static void requireFirst(boolean isFirst, String name) throws RejectedException {
    if (!isFirst) {
      throw new RejectedException(new Reason("json.duplicate", "/" + name));
    }
  }

  private static List<Span> readEvents(JsonParser parser) throws IOException, RejectedException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw misses("/" + LOG_EVENTS);
    }
    List<Span> events = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw misses("/" + LOG_EVENTS + "/" + events.size());
      }
      if (events.size() == Expansion.LIMIT / Expansion.PART) {
        throw EventsInside.tooMuch();
      }
      int from = (int) parser.currentTokenLocation().getByteOffset() + 1;
      parser.skipChildren();
      events.add(new Span(from, (int) parser.currentLocation().getByteOffset() - 1));
    }
    return events;
  }

  /** Its log events; none of a message of control. */
  List<Span> events() throws RejectedException {
    Object type = ofAll.get(MESSAGE_TYPE);
    if ("CONTROL_MESSAGE".equals(type)) {
      return List.of();
    }
    if (!"DATA_MESSAGE".equals(type)) {
      throw misses("/" + MESSAGE_TYPE);
    }
    if (events == null) {
      throw misses("/" + LOG_EVENTS);
    }
    return events;
  }

  /** What it says of all its events, as an object of JSON. */
  byte[] ofAll() {
    try {
      return MAPPER.writeValueAsBytes(ofAll);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the values of an event have no JSON", e);
    }
  }

  private static RejectedException misses(String pointer) {
    return new RejectedException(new Reason("cloudwatch-logs.envelope", pointer));
  }
}
