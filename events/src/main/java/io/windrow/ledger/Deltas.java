package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.View;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One delta for each view, to which those of many entries are added. */
final class Deltas {
  private final List<View> views;
  private final Map<String, Delta> byView = new LinkedHashMap<>();

  Deltas(List<View> views) {
    this.views = List.copyOf(views);
    views.forEach(view -> byView.put(view.name(), new Delta(view)));
  }

  List<View> views() {
    return views;
  }

  void add(Delta delta) {
    of(delta.view()).combine(delta);
  }

  /** The delta of a view. */
  Delta of(View view) {
    return byView.computeIfAbsent(view.name(), name -> new Delta(view));
  }

  Collection<Delta> all() {
    return byView.values();
  }

  /** Forgets what no window past this watermark needs. */
  void dropClosed(long closed) {
    byView.values().forEach(delta -> delta.dropClosed(closed));
  }
}
