package io.windrow.functions;

import com.amazonaws.services.lambda.runtime.Context;
import io.windrow.ledger.Deadline;

/**
 * The deadline of an invocation that commits: what is left of the function's time-out, less what a
 * commit may take.
 *
 * @param margin what is kept for the last commit, in milliseconds
 */
record TimeLeft(Context context, int margin) implements Deadline {
  /**
   * More than a call of AWS may take ({@link AwsClients}), and so little that slow batches show as
   * duration of more than 80 % of a minute, which is what the alarm watches.
   */
  static final int MARGIN_MILLIS = 11_000;

  /** Where an owner has set a short time-out, half of it is for judging all the same. */
  static TimeLeft of(Context context) {
    return new TimeLeft(context, Math.min(MARGIN_MILLIS, context.getRemainingTimeInMillis() / 2));
  }

  @Override
  public boolean isNear() {
    return millisLeft() == 0;
  }

  @Override
  public long millisLeft() {
    return Math.max(0, context.getRemainingTimeInMillis() - margin);
  }
}
