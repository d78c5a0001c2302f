package io.windrow.local.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One record of those that a diagnosis is about.
 *
 * @param json what it is as JSON; missing if it is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(byte[] payload, JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHOWN = 60;

  static Sample of(byte @Nullable [] payload) {
    if (payload == null) {
      return new Sample(new byte[0], MissingNode.getInstance());
    }
    try {
      return new Sample(payload, MAPPER.readTree(payload));
    } catch (IOException e) {
      return new Sample(payload, MissingNode.getInstance());
    }
  }

  /** The value at a JSON Pointer; missing if there is none. */
  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** The names of an object's fields. */
  static List<String> names(JsonNode object) {
    return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
        .toList();
  }

  /** The pointers of all values in the record, objects too. */
  List<String> pointers() {
    return pointers("", json).toList();
  }

  private static Stream<String> pointers(String prefix, JsonNode object) {
    return names(object).stream()
        .flatMap(
            name -> {
              String pointer = prefix + "/" + name.replace("~", "~0").replace("/", "~1");
              return Stream.concat(Stream.of(pointer), pointers(pointer, object.path(name)));
            });
  }

  /** A value as it is shown, cut if it is long. */
  static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
