package io.windrow.view;

/**
 * Where a delta belongs: a pane, and the first window that was still open for it, both by start.
 * Windows of the pane before that one are not given the delta, since for them it is late.
 */
public record Slot(long pane, long firstOpen) implements Comparable<Slot> {
  @Override
  public int compareTo(Slot other) {
    int byPane = Long.compare(pane, other.pane);
    return byPane != 0 ? byPane : Long.compare(firstOpen, other.firstOpen);
  }
}
