package io.windrow.expression;

/**
 * An expression has no value on this event.
 *
 * <p>It has no stack trace: it is an outcome of bad data, as common as the data is bad.
 */
public class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ExpressionException(String message) {
    super(message, null, false, false);
  }
}
