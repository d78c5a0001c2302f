package io.windrow.simulation.oracle;

import io.windrow.window.PanePolicy;
import java.util.ArrayList;
import java.util.List;

/** Tumbling and hopping windows, one after the other. */
final class NaiveWindows {
  private NaiveWindows() {}

  /**
   * The starts of the windows that hold the time and whose end and grace are past the watermark.
   */
  static List<Long> open(PanePolicy policy, long time, long watermark) {
    List<Long> open = new ArrayList<>();
    for (long start = Math.floorDiv(time, policy.slide()) * policy.slide();
        start > time - policy.size();
        start -= policy.slide()) {
      if (start + policy.size() + policy.grace() > watermark) {
        open.add(start);
      }
    }
    return open;
  }
}
