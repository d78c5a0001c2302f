package io.windrow.local.run;

/** A run cannot go on; the message is a sentence for the person who started it. */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunException(String message) {
    super(message);
  }
}
