package io.windrow.definition;

import io.windrow.contract.EventTime.Unit;
import io.windrow.record.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Where an event says when it happened, and how far that may be from its arrival.
 *
 * @param ahead milliseconds; a time more than this past its arrival is rejected
 * @param behind milliseconds; the owner's word that nothing comes later than this after it
 *     happened, or null without one
 */
public record TimeDefinition(FieldPath field, Unit unit, long ahead, @Nullable Long behind) {
  /** What {@code ahead} is when a definition does not say: a minute for clocks that differ. */
  public static final long DEFAULT_AHEAD = 60_000;
}
