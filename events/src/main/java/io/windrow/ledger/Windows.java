package io.windrow.ledger;

import io.windrow.view.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides which windows a pipeline has and when they close.
 *
 * @param behind how long after it happened a record may come, in milliseconds; null if the owner
 *     has not said
 */
public record Windows(List<View> views, @Nullable Long behind) {
  public Windows {
    views = List.copyOf(views);
  }

  /** Whether windows can close as a watermark rises from one time to another. */
  boolean closeBetween(long before, long after) {
    return views.stream().anyMatch(view -> view.window().closesBetween(before, after));
  }
}
