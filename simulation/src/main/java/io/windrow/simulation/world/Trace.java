package io.windrow.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** What happened in a run, line by line, if anybody wants to know. */
final class Trace {
  private final boolean wanted;
  private final List<String> lines = new ArrayList<>();

  private Trace(boolean wanted) {
    this.wanted = wanted;
  }

  static Trace none() {
    return new Trace(false);
  }

  static Trace kept() {
    return new Trace(true);
  }

  void note(String who, String what, Object of) {
    if (wanted) {
      lines.add(who + ": " + what + " " + of);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
