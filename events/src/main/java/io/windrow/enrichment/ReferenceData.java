package io.windrow.enrichment;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table that events are enriched from: a port. */
public interface ReferenceData {

  /** A batch begins, which may ask for rows several times. */
  default void begin() {}

  /**
   * The rows of the keys that have one, under the keys as they were asked for.
   *
   * @param keys scalar values in the form that equal ones share ({@link
   *     io.windrow.record.Scalars#canonical}), so that a number matches whatever digits it is
   *     written with
   * @throws NoAnswerException when a key has no answer; which one shows when each is asked for
   *     alone
   */
  Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys);

  /** What is recorded in a commit: the hash of a file, the time of a table's oldest cached row. */
  String version();
}
