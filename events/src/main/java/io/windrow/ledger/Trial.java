package io.windrow.ledger;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one call tries of the records past a shard's head.
 *
 * @param size how many, from the first on
 * @param isPoison whether there is one, which has killed calls and is not to be folded any more
 * @param note what tells later calls of it; null if it need not be told
 * @param again whether the one record was tried by itself before
 */
record Trial(int size, boolean isPoison, @Nullable Note note, boolean again) {

  /** A trial that nobody need know of. */
  static Trial unnoted(int size) {
    return new Trial(size, false, null, false);
  }

  /** The first record is poison. */
  static Trial ofPoison() {
    return new Trial(1, true, null, false);
  }

  /** What was to be tried is folded, and only needs to be written. */
  void folded() {
    if (note != null && again) {
      note.folded();
    }
  }

  /**
   * Asks something of the world. If that fails the records are not to blame, and the attempt ends.
   */
  <T extends @Nullable Object> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      if (note != null) {
        note.endAfter(e);
      }
      throw e;
    }
  }

  /** The call leaves some of the records, and has not died of them. */
  void leave() {
    if (note != null) {
      note.end();
    }
  }
}
