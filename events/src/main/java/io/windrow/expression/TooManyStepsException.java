package io.windrow.expression;

/**
 * An expression took more steps on this event than its size allows: {@value Frame#FREE_STEPS}, and
 * {@value Frame#STEPS_PER_CHARACTER} for each character of the fields that it reads.
 */
public final class TooManyStepsException extends ExpressionException {
  private static final long serialVersionUID = 1;

  TooManyStepsException(long limit) {
    super("takes more than " + limit + " steps");
  }
}
