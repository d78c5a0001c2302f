package io.windrow.expression;

/**
 * An expression has no value on this event.
 *
 * <p>It has no stack trace: it is an outcome of bad data, as common as the data is bad.
 */
public class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String detail;

  /** A failure that a sentence without any value of the event says. */
  public ExpressionException(String message) {
    this(message, message);
  }

  /**
   * A failure that a value of the event explains.
   *
   * @param message names the value
   * @param detail the same without any value of the event
   */
  public ExpressionException(String message, String detail) {
    super(message, null, false, false);
    this.detail = detail;
  }

  /** What failed, in words of the definition and names of types: no value of the event. */
  public String detail() {
    return detail;
  }
}
