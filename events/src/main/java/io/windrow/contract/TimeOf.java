package io.windrow.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When an event happened. */
@FunctionalInterface
public interface TimeOf {
  /** It happens as its record arrives. */
  TimeOf ARRIVAL = (fields, arrival) -> arrival;

  /**
   * The time in milliseconds since the epoch.
   *
   * @param arrival when the source took the record, likewise
   */
  long of(Map<String, ? extends @Nullable Object> fields, long arrival) throws RejectedException;
}
