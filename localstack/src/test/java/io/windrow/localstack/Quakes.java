package io.windrow.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The week of the sample, moved to another month: when the windows of one month are closed, the
 * next one can begin.
 */
record Quakes(List<ObjectNode> events) {
  private static final Path FILE = Path.of("..", "samples", "earthquakes", "earthquakes.jsonl");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MONTH = Duration.ofDays(30).toMillis();

  /** Past the week, the longest window and the longest grace. */
  private static final long UNTIL_CLOSED = Duration.ofDays(20).toMillis();

  /** The first events of a month. */
  static Quakes of(int month, int count) throws IOException {
    List<ObjectNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(FILE).subList(0, count)) {
      ObjectNode event = (ObjectNode) MAPPER.readTree(line);
      move(event, month * MONTH);
      events.add(event);
    }
    return new Quakes(events);
  }

  private static void move(ObjectNode event, long millis) {
    ObjectNode properties = (ObjectNode) event.get("properties");
    properties.put("time", time(event) + millis);
  }

  private static long time(JsonNode event) {
    return event.at("/properties/time").asLong();
  }

  private long last() {
    return events.stream().mapToLong(Quakes::time).max().orElseThrow();
  }

  /** The event time of the blast. */
  long blastTime() {
    return last() + UNTIL_CLOSED;
  }

  /**
   * A quarry blast some weeks later: it is filtered, so that it counts in no window, and moves
   * event time on, so that all windows close.
   */
  ObjectNode blast() {
    ObjectNode blast = events.get(0).deepCopy();
    move(blast, blastTime() - time(blast));
    ((ObjectNode) blast.get("properties")).put("type", "quarry blast");
    return blast;
  }

  /** An event of the greatest magnitude that the contract allows. */
  ObjectNode impossible() {
    ObjectNode impossible = events.get(0).deepCopy();
    ((ObjectNode) impossible.get("properties")).put("mag", 10);
    return impossible;
  }

  /** The network, which is the partition key. */
  static String key(JsonNode event) {
    return event.at("/properties/net").asText();
  }

  static String line(JsonNode event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
