package io.windrow.ledger;

/**
 * A shard must wait before anything can be committed to its chain: for its parents to be drained,
 * or for its stream to list it. Nothing is wrong; its batch is tried again until it need not.
 */
public final class ShardWaitsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ShardWaitsException(String message) {
    super(message);
  }
}
