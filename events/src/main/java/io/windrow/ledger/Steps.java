package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.record.StreamRecord;
import io.windrow.view.View;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every record of a pipeline goes through.
 *
 * @param validation judges a record by itself
 * @param behind how long after it happened a record may come, in milliseconds; null if the owner
 *     has not said
 */
public record Steps(
    Function<StreamRecord, Judgement> validation,
    Enrichment enrichment,
    List<View> views,
    @Nullable Long behind) {
  public Steps {
    views = List.copyOf(views);
  }

  /** Whether windows can close as a watermark rises from one time to another. */
  boolean windowsCloseBetween(long before, long after) {
    return views.stream().anyMatch(view -> view.window().closesBetween(before, after));
  }
}
