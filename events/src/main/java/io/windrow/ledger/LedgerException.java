package io.windrow.ledger;

/** A ledger is not as it must be, or can't be written now: the batch fails and is tried again. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LedgerException(String message) {
    super(message);
  }
}
