package io.windrow.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decoder of a format that a definition's source names: {@code format: NAME}. It implements
 * {@link #decode} if a payload holds one event, or {@link #decodeAll} if it may hold any number.
 */
public interface DecoderPlugIn extends PlugIn {

  /**
   * The fields of the event that a payload holds, in values that {@link EventValues} takes.
   *
   * @throws Exception when the payload is none of this format: the record is rejected with {@code
   *     format.NAME}
   */
  default Map<String, ? extends @Nullable Object> decode(byte[] payload) throws Exception {
    throw new UnsupportedOperationException(
        getClass().getName() + " implements neither decode nor decodeAll");
  }

  /**
   * The fields of each event that a payload holds, in order; none if it holds none.
   *
   * <p>Each event gets a verdict of its own. Its number in this list is part of its position, so
   * the same payload must always give the same list.
   *
   * @throws Exception when the payload is none of this format: the record is rejected whole, with
   *     {@code format.NAME}
   */
  default List<? extends Map<String, ? extends @Nullable Object>> decodeAll(byte[] payload)
      throws Exception {
    return List.of(decode(payload));
  }
}
