package io.windrow.simulation.oracle;

import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.enrichment.Enrichment;
import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.ledger.Steps;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.History.Happening;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The truth that everything is compared with: one event after the other, every event kept, every
 * window a list, no panes, no deltas, no commits. It is written to be read, not to be fast.
 */
public final class Oracle {
  private final Steps steps;
  private final Tables tables = new Tables();
  private final Verdicts verdicts = new Verdicts();

  private Oracle(Steps steps) {
    this.steps = steps;
  }

  /** What must come of these shards. */
  public static Expected expect(Steps steps, Map<String, History> shards) {
    Oracle oracle = new Oracle(steps);
    new TreeMap<>(shards).forEach((shard, history) -> oracle.fold(history));
    return new Expected(
        oracle.verdicts.counts(), oracle.verdicts.byPosition(), oracle.tables.results());
  }

  private void fold(History history) {
    long watermark = history.watermark();
    for (Happening happening : history.happenings()) {
      if (happening instanceof Happening.Raised raised) {
        watermark = Math.max(watermark, raised.watermark());
      } else if (happening instanceof Happening.Came came) {
        watermark = take(came, watermark);
      }
    }
  }

  /** Takes one event, or a record that holds none; the watermark after it. */
  private long take(Happening.Came came, long watermark) {
    long after = watermark;
    StreamRecord record = came.event().record();
    Judgement judgement = came.event().judgement();
    if (judgement instanceof Judgement.Rejected rejected) {
      verdicts.rejected(record, rejected.reason());
    } else if (judgement instanceof Judgement.NoEvent) {
      verdicts.filtered(record);
    } else if (judgement instanceof Judgement.Filtered filtered) {
      verdicts.filtered(record);
      after = Math.max(after, Math.min(filtered.event().time(), record.arrival()));
    } else if (judgement instanceof Judgement.Candidate candidate) {
      Judgement enriched = enriched(candidate.event(), came.reference());
      if (enriched instanceof Judgement.Rejected missing) {
        verdicts.rejected(record, missing.reason());
      } else if (enriched instanceof Judgement.Candidate found
          && count(record, found.event(), watermark)) {
        after = Math.max(after, Math.min(found.event().time(), record.arrival()));
      }
    }
    Long behind = steps.behind();
    return behind == null ? after : Math.max(after, record.arrival() - behind);
  }

  private Judgement enriched(Event event, List<String> reference) {
    Enrichment enrichment =
        steps.enrichment() instanceof Versioned tables ? tables.as(reference) : steps.enrichment();
    return enrichment.enrich(List.of(event)).get(0);
  }

  /** Counts an event in each view; false if one of them can't take it. */
  private boolean count(StreamRecord record, Event event, long watermark) {
    Map<View, Item> taken = new LinkedHashMap<>();
    List<String> lateFor = new ArrayList<>();
    for (View view : steps.views()) {
      if (isLate(view.window(), event.time(), watermark)) {
        lateFor.add(view.name());
        continue;
      }
      try {
        taken.put(view, item(view, event, record));
      } catch (ExpressionException | IllegalArgumentException e) {
        verdicts.rejected(record, Reason.of("view." + view.name()));
        return false;
      }
    }
    taken.forEach((view, item) -> tables.add(view, item, watermark));
    verdicts.counted(record, lateFor, lateFor.size() == steps.views().size());
    return true;
  }

  private static boolean isLate(WindowPolicy window, long time, long watermark) {
    return window instanceof PanePolicy panes
        ? NaiveWindows.open(panes, time, watermark).isEmpty()
        : watermark > time + window.grace();
  }

  private static Item item(View view, Event event, StreamRecord record) {
    List<@Nullable Object> group = new ArrayList<>();
    for (View.Field field : view.by()) {
      group.add(valueOrNull(field.value(), event));
    }
    List<List<@Nullable Object>> arguments = new ArrayList<>();
    for (View.Computed computed : view.compute()) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Expression argument : computed.arguments()) {
        values.add(valueOrNull(argument, event));
      }
      computed.aggregate().check(values);
      arguments.add(values);
    }
    return new Item(group, arguments, event.time(), record.position());
  }

  private static @Nullable Object valueOrNull(Expression expression, Event event) {
    try {
      return expression.evaluate(event.fields());
    } catch (AbsentFieldException e) {
      return null;
    }
  }
}
