package io.windrow.ledger;

/**
 * A ledger is not as it must be, or is another's: no further attempt mends that, and someone has to
 * look.
 */
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LedgerException(String message) {
    super(message);
  }
}
