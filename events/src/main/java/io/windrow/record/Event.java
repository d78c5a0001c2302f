package io.windrow.record;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that decoded and met the contract.
 *
 * <p>Values are {@code null}, {@link Boolean}, {@link String}, {@link Long}, {@link
 * java.math.BigDecimal}, {@link java.util.List} and {@link Map} with string keys, and nothing else.
 *
 * @param time when it happened, in milliseconds since the epoch
 */
public record Event(Map<String, @Nullable Object> fields, long time) {
  public Event {
    fields = Collections.unmodifiableMap(fields);
  }
}
