package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.record.FieldMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract of objects that nest no others, by which records are read and judged in one pass over
 * their bytes. It knows one answer, the fields of a record that certainly is JSON and certainly
 * meets the contract; about all else it is not sure, and {@link JsonDecoder} and {@link Contract}
 * decide. Of the fields it keeps those that are asked for.
 */
final class FlatContract {
  private static final Set<String> KEYWORDS =
      Set.of("$schema", "type", "properties", "required", "additionalProperties");

  /** A bit of a long stands for each property. */
  private static final int MOST_PROPERTIES = 64;

  private final Property[] properties;
  private final long required;
  private final int kept;

  private FlatContract(List<Property> properties, Set<String> required) {
    this.properties = properties.toArray(Property[]::new);
    long bits = 0;
    int count = 0;
    for (int i = 0; i < this.properties.length; i++) {
      bits |= required.contains(this.properties[i].name) ? 1L << i : 0;
      count += this.properties[i].kept ? 1 : 0;
    }
    this.required = bits;
    this.kept = count;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Property(String name, byte[] bytes, FlatValue value, boolean kept) {}

  /**
   * The contract of a schema that the library has found no fault with, if it is one that can be
   * sure of anything.
   *
   * @param read the fields to keep; empty to keep all
   */
  static Optional<FlatContract> of(JsonNode schema, Optional<Set<String>> read) {
    if (!isFlat(schema)) {
      return Optional.empty();
    }
    List<Property> properties = new ArrayList<>();
    Set<String> missing = new HashSet<>();
    schema.path("required").forEach(name -> missing.add(name.asText()));
    Set<String> required = Set.copyOf(missing);
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      boolean kept = read.isEmpty() || read.get().contains(name);
      FlatValue value = FlatValue.of(property.getValue(), kept);
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      properties.add(new Property(name, bytes, value, kept));
      missing.remove(name);
    }
    return missing.isEmpty() && properties.size() <= MOST_PROPERTIES
        ? Optional.of(new FlatContract(properties, required))
        : Optional.empty();
  }

  private static boolean isFlat(JsonNode schema) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!KEYWORDS.contains(keyword.getKey())
          && !QuickContract.ANNOTATIONS.contains(keyword.getKey())) {
        return false;
      }
    }
    return schema.path("type").asText("object").equals("object")
        && schema.path("$schema").asText(Contract.DIALECT).equals(Contract.DIALECT);
  }

  /** The fields of a record that certainly meets the contract; null if that is not sure. */
  @Nullable Map<String, @Nullable Object> read(byte[] payload) {
    return new Reading(payload).read();
  }

  /** One record, as far as it has been read. */
  private final class Reading {
    private final PlainJson json;
    private final FieldMap fields = new FieldMap(kept);
    private long seen;
    private int next;

    Reading(byte[] payload) {
      this.json = new PlainJson(payload);
    }

    @Nullable Map<String, @Nullable Object> read() {
      if (!json.take('{')) {
        return null;
      }
      do {
        if (!readMember()) {
          return null;
        }
      } while (json.take(','));
      return json.take('}') && json.atEnd() && (seen & required) == required ? fields : null;
    }

    private boolean readMember() {
      int found = json.takeText() ? find() : -1;
      if (found < 0 || (seen & 1L << found) != 0 || !json.take(':')) {
        return false;
      }
      seen |= 1L << found;
      next = found + 1;
      Property property = properties[found];
      Object value = property.value.take(json);
      if (property.kept) {
        fields.append(property.name, value);
      }
      return value != PlainJson.UNSURE;
    }

    /** Producers mostly write members in one order: what follows the last is tried first. */
    private int find() {
      for (int i = 0; i < properties.length; i++) {
        int candidate = next + i < properties.length ? next + i : next + i - properties.length;
        if (json.is(properties[candidate].bytes)) {
          return candidate;
        }
      }
      return -1;
    }
  }
}
