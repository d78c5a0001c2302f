package io.windrow.contract;

import com.fasterxml.jackson.core.JsonPointer;
import io.windrow.record.Scalars;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Halves of a character, which JSON can write as escapes and UTF-8 cannot: two different ones would
 * be stored as the same bytes.
 */
final class LoneSurrogates {
  private LoneSurrogates() {}

  /** Rejects the first string that holds one, a field's name or a value. */
  static void reject(@Nullable Object value) throws RejectedException {
    reject(value, JsonPointer.empty());
  }

  private static void reject(@Nullable Object value, JsonPointer at) throws RejectedException {
    if (value instanceof String text) {
      rejectText(text, at);
    } else if (value instanceof Map<?, ?> object) {
      for (Map.Entry<?, ?> field : object.entrySet()) {
        String name = (String) field.getKey();
        rejectText(name, at);
        reject(field.getValue(), at.appendProperty(name));
      }
    } else if (value instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        reject(array.get(i), at.appendIndex(i));
      }
    }
  }

  private static void rejectText(String text, JsonPointer at) throws RejectedException {
    if (Scalars.hasLoneSurrogate(text)) {
      throw new RejectedException(new Reason("json.encoding", at.toString()));
    }
  }
}
