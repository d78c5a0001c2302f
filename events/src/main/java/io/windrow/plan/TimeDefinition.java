package io.windrow.plan;

import io.windrow.contract.TimeFormat;
import io.windrow.record.FieldPath;
import org.jspecify.annotations.Nullable;

/** When an event happened. */
public sealed interface TimeDefinition {
  /** What {@code ahead} is when a definition does not say: a minute for clocks that differ. */
  long DEFAULT_AHEAD = 60_000;

  /**
   * The owner's word, in milliseconds, that nothing comes later than this after it happened; null
   * without one.
   */
  @Nullable Long behind();

  /**
   * When a field of the event says it did.
   *
   * @param ahead milliseconds; a time more than this past its arrival is rejected
   */
  record OfField(FieldPath field, TimeFormat format, long ahead, @Nullable Long behind)
      implements TimeDefinition {}

  /** When Kinesis took its record. */
  record OfArrival() implements TimeDefinition {
    /** An event happens as it arrives. */
    @Override
    public Long behind() {
      return 0L;
    }
  }
}
