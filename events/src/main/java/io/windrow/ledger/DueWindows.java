package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import java.util.List;

/**
 * The windows of one view that a closing closes. They are handed out in the order in which they
 * close, and each step looks only at what it hands out: years of windows may be due at once.
 */
sealed interface DueWindows permits DuePanes, DueSessions {

  /** Those of a delta that close past one watermark and no later than at another. */
  static DueWindows of(Delta delta, long from, long to) {
    return delta.view().window() instanceof SessionPolicy sessions
        ? new DueSessions(delta, sessions, from, to)
        : new DuePanes(delta, (PanePolicy) delta.view().window());
  }

  View view();

  /**
   * A later watermark at which only so many windows close; the end of time if none does.
   *
   * @param from where the step before ended
   */
  long horizon(long from);

  /**
   * The windows, by group, that close past one watermark and no later than at another.
   *
   * @param from where the step before ended
   */
  List<DueWindow> next(long from, long to);
}
