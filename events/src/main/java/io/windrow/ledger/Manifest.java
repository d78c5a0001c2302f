package io.windrow.ledger;

import java.util.List;

/**
 * Says that a run is complete, and what it holds. It is written last.
 *
 * @param token of whoever made it, whose parts are its own
 * @param lastIndex of the entries that it holds
 * @param closesAt the watermark from which on every window that needs the run is closed
 */
public record Manifest(RunId run, String token, long lastIndex, long closesAt, List<Part> parts) {
  public Manifest {
    parts = List.copyOf(parts);
  }

  /** What one of its parts is kept under. */
  public Runs.PartKey key(Part part) {
    return new Runs.PartKey(run, token, part.number());
  }

  /**
   * The deltas of one view in a range of panes.
   *
   * @param firstPane the start of its first pane
   * @param closesAt the watermark from which on every window that needs the part is closed
   * @param payload where its encoded delta is
   */
  public record Part(
      int number,
      String view,
      String fingerprint,
      long firstPane,
      long closesAt,
      Payload payload) {}
}
