package io.windrow.expression;

/**
 * An expression took more steps on this event than its size allows: {@value Frame#FREE_STEPS}, and
 * {@value Frame#STEPS_PER_CHARACTER} for each character of the fields that it reads.
 */
public final class TooManyStepsException extends ExpressionException {
  private static final long serialVersionUID = 1;
  private static final String HINT =
      "bound the fields that it reads in the contract (maxItems, maxLength), or do without a fold"
          + " within a fold";

  TooManyStepsException(long limit) {
    super("takes more than " + limit + " steps", "takes too many steps: " + HINT);
  }
}
