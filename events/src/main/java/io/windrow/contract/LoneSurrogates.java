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

  /** Refuses the first string that holds one, a field's name or a value. */
  static void refuse(@Nullable Object value) throws RefusedException {
    refuse(value, JsonPointer.empty());
  }

  private static void refuse(@Nullable Object value, JsonPointer at) throws RefusedException {
    if (value instanceof String text) {
      refuseText(text, at);
    } else if (value instanceof Map<?, ?> object) {
      for (Map.Entry<?, ?> field : object.entrySet()) {
        String name = (String) field.getKey();
        refuseText(name, at);
        refuse(field.getValue(), at.appendProperty(name));
      }
    } else if (value instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        refuse(array.get(i), at.appendIndex(i));
      }
    }
  }

  private static void refuseText(String text, JsonPointer at) throws RefusedException {
    if (Scalars.hasLoneSurrogate(text)) {
      throw new RefusedException(new Reason("json.encoding", at.toString()));
    }
  }
}
