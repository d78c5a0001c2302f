package io.windrow.enrichment;

/** A table has no answer for a key, since the code that should give it failed. */
public final class NoAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * No answer.
   *
   * @param fault what that code threw
   */
  public NoAnswerException(Throwable fault) {
    super(fault.getClass().getName(), fault, false, false);
  }
}
