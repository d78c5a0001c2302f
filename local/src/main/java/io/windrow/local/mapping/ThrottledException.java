package io.windrow.local.mapping;

/** Says that a function was not started, for want of capacity. */
public final class ThrottledException extends Exception {
  private static final long serialVersionUID = 1L;

  public ThrottledException() {
    super("Rate Exceeded.");
  }
}
