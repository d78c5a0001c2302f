package io.windrow.expression;

/** An expression reads a field that the event does not have. */
public final class AbsentFieldException extends ExpressionException {
  private static final long serialVersionUID = 1;

  public AbsentFieldException(String field) {
    super("no field " + field);
  }

  private AbsentFieldException(String message, String detail) {
    super(message, detail);
  }

  /** The absence of a key that a value of the event may name. */
  static AbsentFieldException ofKey(String key) {
    return new AbsentFieldException("no field " + key, "no such key in an object");
  }
}
