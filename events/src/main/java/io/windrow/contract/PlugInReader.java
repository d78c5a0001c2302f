package io.windrow.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.plugin.DecoderPlugIn;
import io.windrow.plugin.EventValues;
import io.windrow.record.Expansion;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads records by the decoder of a plug-in. Whatever it throws rejects the one record, with {@code
 * format.NAME}. Of several events, each has its own bytes, which are its fields as JSON.
 */
public final class PlugInReader implements EventReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DecoderPlugIn plugIn;
  private final Contract contract;

  /**
   * A reader by a plug-in.
   *
   * @param contract its schema, read with decimals, not doubles
   */
  public PlugInReader(DecoderPlugIn plugIn, JsonNode contract) {
    this.plugIn = plugIn;
    this.contract = Contract.of(contract);
  }

  @Override
  public List<Unread> events(StreamRecord record) throws RejectedException {
    List<Map<String, @Nullable Object>> events = decode(record.data());
    if (events.size() == 1) {
      return List.of(new Unread(record, checked(events.get(0))));
    }
    EventsInside inside = new EventsInside(record);
    for (Map<String, @Nullable Object> event : events) {
      inside.add(json(event), checked(event));
    }
    return inside.all();
  }

  private List<Map<String, @Nullable Object>> decode(byte[] payload) throws RejectedException {
    try {
      List<? extends Map<String, ? extends @Nullable Object>> decoded = plugIn.decodeAll(payload);
      if (decoded.size() > Expansion.LIMIT / Expansion.PART) {
        throw EventsInside.tooMuch();
      }
      List<Map<String, @Nullable Object>> events = new ArrayList<>(decoded.size());
      decoded.forEach(event -> events.add(EventValues.fields(event)));
      return events;
    } catch (RejectedException e) {
      throw e;
    } catch (Exception | StackOverflowError | LinkageError e) {
      throw new RejectedException(Reason.of("format." + plugIn.name()), e);
    }
  }

  private Fields checked(Map<String, @Nullable Object> fields) {
    return () -> {
      contract.check(fields);
      return fields;
    };
  }

  private static byte[] json(Map<String, @Nullable Object> event) {
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the values of an event have no JSON", e);
    }
  }
}
