package io.windrow.contract;

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
    reject(value, null);
  }

  private static void reject(@Nullable Object value, @Nullable Pointers at)
      throws RejectedException {
    if (value instanceof String text) {
      rejectText(text, at);
    } else if (value instanceof Map<?, ?> object) {
      for (Map.Entry<?, ?> field : object.entrySet()) {
        String name = (String) field.getKey();
        rejectText(name, at);
        reject(field.getValue(), new Pointers(at, name));
      }
    } else if (value instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        reject(array.get(i), new Pointers(at, i));
      }
    }
  }

  private static void rejectText(String text, @Nullable Pointers at) throws RejectedException {
    if (Scalars.hasLoneSurrogate(text)) {
      throw new RejectedException(new Reason("json.encoding", Pointers.write(at)));
    }
  }
}
