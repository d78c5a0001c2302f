package io.windrow.contract;

import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.expression.TooManyStepsException;
import org.jspecify.annotations.Nullable;

/**
 * A step of validation rejects a record. Rejections are an everyday outcome, so this carries no
 * stack trace.
 */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String pointer;
  private final String detail;

  public RejectedException(Reason reason) {
    this(reason, null);
  }

  /**
   * A rejection.
   *
   * @param fault what code threw that failed on the record; null if the record alone is to blame
   */
  public RejectedException(Reason reason, @Nullable Throwable fault) {
    super(reason.toString(), fault, false, false);
    this.code = reason.code();
    this.pointer = reason.pointer();
    this.detail = reason.detail();
  }

  /**
   * A rejection for an expression that has no value. One that takes too many steps is a fault that
   * is logged: the definition may have to change.
   *
   * @param reason without its detail
   * @param where the part of the definition that has the expression; empty if the code names it
   */
  public static RejectedException of(
      Reason reason, String where, Expression expression, ExpressionException failure) {
    return new RejectedException(
        reason.with(where, expression.text(), failure.detail()),
        failure instanceof TooManyStepsException ? failure : null);
  }

  public Reason reason() {
    return new Reason(code, pointer, detail);
  }
}
