package io.windrow.infrastructure;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;

/**
 * How results are kept.
 *
 * @param timeToLive how long after it is put a result may vanish; null for never
 * @param indexed whether a table that is made has the index of windows
 */
record ResultsSettings(@Nullable Duration timeToLive, boolean indexed) {
  ResultsSettings {
    if (timeToLive != null && timeToLive.toSeconds().longValue() < 1) {
      throw new IllegalArgumentException(
          "resultsTimeToLive(...) is %s s; results stay for a second at least, or for ever if it is not said"
              .formatted(timeToLive.toSeconds()));
    }
  }
}
