package io.windrow.ledger;

import io.windrow.ledger.Marker.Attempt;
import java.util.function.UnaryOperator;

/** The note of one attempt in its shard's marker. */
final class Note {
  /** Longer than any call takes, and than a shard waits for one. */
  private static final long LIFE = 2 * 24 * 3_600_000L;

  private final Markers markers;
  private final String shard;
  private final Attempt attempt;
  private final long now;

  Note(Markers markers, String shard, Attempt attempt, long now) {
    this.markers = markers;
    this.shard = shard;
    this.attempt = attempt;
    this.now = now;
  }

  /**
   * Puts it in a marker.
   *
   * @param stored as it was read
   * @return whether it is there
   */
  boolean put(Marker stored) {
    Marker next = stored.from(attempt.from()).with(attempt);
    try {
      return stored.attempts().contains(attempt)
          || markers.replace(shard, stored, next, now + LIFE);
    } catch (RuntimeException e) {
      endAfter(e);
      throw e;
    }
  }

  /** The call has not died of the records, whatever else has become of it. */
  void end() {
    change(marker -> marker.without(attempt));
  }

  /** The same after a failure, which is not to be hidden by one more. */
  void endAfter(RuntimeException failure) {
    try {
      end();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** The record that was tried by itself was folded. */
  void folded() {
    change(marker -> marker.withFolded(attempt.from()));
  }

  private void change(UnaryOperator<Marker> change) {
    Marker stored;
    Marker next;
    do {
      stored = markers.read(shard);
      next = change.apply(stored);
    } while (!next.equals(stored) && !markers.replace(shard, stored, next, now + LIFE));
  }
}
