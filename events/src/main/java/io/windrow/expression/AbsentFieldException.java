package io.windrow.expression;

/** An expression reads a field that the event does not have. */
public final class AbsentFieldException extends ExpressionException {
  private static final long serialVersionUID = 1;

  public AbsentFieldException(String field) {
    super("no field " + field);
  }
}
