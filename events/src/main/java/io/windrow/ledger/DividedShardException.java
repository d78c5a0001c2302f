package io.windrow.ledger;

/** Two readers take turns on a shard, so that records are in no count which neither took. */
public final class DividedShardException extends LedgerException {
  private static final long serialVersionUID = 1;

  DividedShardException(String message) {
    super(message);
  }
}
