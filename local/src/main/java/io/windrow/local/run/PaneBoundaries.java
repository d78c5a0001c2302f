package io.windrow.local.run;

import io.windrow.ledger.Entry;
import io.windrow.view.View;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which entries bring a shard's watermark past a pane boundary, so that windows may close.
 */
final class PaneBoundaries {
  private final List<View> views;
  private final Map<String, Long> watermarks = new ConcurrentHashMap<>();

  PaneBoundaries(List<View> views) {
    this.views = views;
  }

  boolean isPassedBy(String shard, Entry entry) {
    Long before = watermarks.put(shard, entry.watermark());
    return before == null
        || views.stream()
            .anyMatch(view -> view.window().pane(before) != view.window().pane(entry.watermark()));
  }
}
