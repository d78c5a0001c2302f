package io.windrow.local.chaos;

/**
 * Ends an invocation where it stands, as the death of its environment would: an error, so that
 * nothing on the way takes it for a fault to be handled.
 */
public final class KilledError extends Error {
  private static final long serialVersionUID = 1L;

  KilledError(String where) {
    super("killed " + where);
  }
}
