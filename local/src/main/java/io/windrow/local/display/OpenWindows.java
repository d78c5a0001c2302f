package io.windrow.local.display;

import static io.windrow.local.display.Summary.number;

import io.windrow.local.display.RunProgress.Moment;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.List;

/** The windows of a run that are open at a moment, as text. */
public final class OpenWindows {
  private OpenWindows() {}

  /** Sentences for the person who ends a run while windows are open; none when none are. */
  public static List<String> dropped(List<View> views, Moment now) {
    List<String> open =
        views.stream()
            .filter(view -> isAnyOpen(view, now))
            .map(view -> view.name() + ": " + of(view, now))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    sentences.add("These windows were still open, and the run has no result of them:");
    open.forEach(line -> sentences.add("  " + line));
    sentences.add(
        "A window closes when the watermark of every shard is at its end + grace; the least watermark is %s."
            .formatted(time(now.watermark())));
    return sentences;
  }

  private static boolean isAnyOpen(View view, Moment now) {
    if (now.reached() == Watermark.NONE || now.closed() == Watermark.END) {
      return false;
    }
    return !(view.window() instanceof PanePolicy panes)
        || panes.openWindows(now.begun(), now.closed(), now.reached()) > 0;
  }

  /** How many windows of a view are open. How many sessions there are only their events can say. */
  static String of(View view, Moment now) {
    if (now.reached() == Watermark.NONE || now.closed() == Watermark.END) {
      return "0 windows";
    }
    if (view.window() instanceof PanePolicy panes) {
      long windows = panes.openWindows(now.begun(), now.closed(), now.reached());
      return number(windows) + (windows == 1 ? " window" : " windows");
    }
    return now.closed() == Watermark.NONE
        ? "all sessions"
        : "sessions that end from " + time(view.window().firstEndOpen(now.closed())) + " on";
  }

  static String time(long watermark) {
    if (watermark == Watermark.NONE) {
      return "none yet";
    }
    return watermark == Watermark.END ? "the end" : ResultText.second(watermark);
  }
}
