package io.windrow.ledger;

import io.windrow.contract.Judged;
import io.windrow.enrichment.Enrichment;
import io.windrow.record.StreamRecord;
import io.windrow.view.View;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every record of a pipeline goes through. Who settles needs its windows alone.
 *
 * @param validation judges the events of a record, each by itself; a record that holds none, or
 *     that can't be read, as a whole
 */
public record Steps(
    Function<StreamRecord, List<Judged>> validation, Enrichment enrichment, Windows windows) {

  /** Steps into windows of these views. */
  public Steps(
      Function<StreamRecord, List<Judged>> validation,
      Enrichment enrichment,
      List<View> views,
      @Nullable Long behind) {
    this(validation, enrichment, new Windows(views, behind));
  }

  public List<View> views() {
    return windows.views();
  }

  public @Nullable Long behind() {
    return windows.behind();
  }
}
