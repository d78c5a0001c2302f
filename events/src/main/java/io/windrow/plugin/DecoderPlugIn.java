package io.windrow.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoder of a format that a definition's source names: {@code format: NAME}. */
public interface DecoderPlugIn extends PlugIn {

  /**
   * The fields of the event that a payload holds, in values that {@link EventValues} takes.
   *
   * @throws Exception when the payload is none of this format: the record is rejected with {@code
   *     format.NAME}
   */
  Map<String, ? extends @Nullable Object> decode(byte[] payload) throws Exception;
}
