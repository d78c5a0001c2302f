package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the value of one property of a {@link FlatContract} is read. */
@FunctionalInterface
interface FlatValue {

  /**
   * Goes past the value.
   *
   * @return it, or {@link PlainJson#UNSURE} if it does not certainly meet its schema
   */
  @Nullable Object take(PlainJson json);

  /**
   * The reading of a value of this schema.
   *
   * @param kept whether the value is of interest, or only that it meets the schema
   */
  static FlatValue of(JsonNode schema, boolean kept) {
    if (hasOnly(schema, "enum") && allTexts(schema.get("enum"))) {
      return oneOf(schema.get("enum"));
    }
    if (!kept && hasOnly(schema, "type") && schema.get("type").asText().equals("string")) {
      return json -> json.takeText() ? null : PlainJson.UNSURE;
    }
    QuickCheck check = QuickContract.of(schema);
    return json -> {
      Object value = json.takeScalar();
      return check.certain(value) ? value : PlainJson.UNSURE;
    };
  }

  /** Texts that are made once, whoever sends them. */
  private static FlatValue oneOf(JsonNode texts) {
    List<String> values = new ArrayList<>();
    texts.forEach(text -> values.add(text.textValue()));
    List<byte[]> bytes =
        values.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    return json -> {
      if (json.takeText()) {
        for (int i = 0; i < bytes.size(); i++) {
          if (json.is(bytes.get(i))) {
            return values.get(i);
          }
        }
      }
      return PlainJson.UNSURE;
    };
  }

  private static boolean allTexts(JsonNode values) {
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOnly(JsonNode schema, String keyword) {
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      if (!each.getKey().equals(keyword) && !QuickContract.ANNOTATIONS.contains(each.getKey())) {
        return false;
      }
    }
    return schema.has(keyword);
  }
}
