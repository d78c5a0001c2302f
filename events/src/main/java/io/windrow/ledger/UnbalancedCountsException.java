package io.windrow.ledger;

/** Counts whose verdicts do not add up to what was received: a fault of Windrow, never of data. */
public final class UnbalancedCountsException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  UnbalancedCountsException(String message) {
    super(message);
  }
}
