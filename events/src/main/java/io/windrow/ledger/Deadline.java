package io.windrow.ledger;

/** When an invocation must come to its end: nothing is begun any more once it is near. */
@FunctionalInterface
public interface Deadline {

  /** Of an invocation that may take as long as it likes. */
  Deadline NONE = () -> false;

  /** Whether what takes seconds should be left to the next invocation. */
  boolean isNear();

  /** How many milliseconds may pass until it is near, as far as that is known. */
  default long millisLeft() {
    return isNear() ? 0 : Long.MAX_VALUE;
  }
}
