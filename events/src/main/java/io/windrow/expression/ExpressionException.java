package io.windrow.expression;

/** An expression has no value on this event. */
public class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ExpressionException(String message) {
    super(message);
  }
}
