package io.windrow.functions.dynamodb;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Waits for what IAM grants: for some seconds after a deployment, a call may be refused that is
 * allowed (AWS Identity and Access Management User Guide, "Changes that I make are not always
 * immediately visible").
 *
 * @param attempts how often a call is made before its refusal is believed
 */
record Grants(int attempts, Duration pause) {
  /** A minute, at least. */
  static final Grants STANDARD = new Grants(31, Duration.ofSeconds(2));

  private static final String REFUSED = "AccessDenied";

  /**
   * The answer of a call, once it is allowed.
   *
   * @throws AwsServiceException when it is refused to the end, or failed otherwise
   */
  <T> T await(Supplier<T> call) {
    for (int attempt = 1; attempt < attempts; attempt++) {
      try {
        return call.get();
      } catch (AwsServiceException e) {
        if (!isRefusal(e) || !slept()) {
          throw e;
        }
      }
    }
    return call.get();
  }

  private static boolean isRefusal(AwsServiceException e) {
    return e.awsErrorDetails() != null
        && String.valueOf(e.awsErrorDetails().errorCode()).startsWith(REFUSED);
  }

  private boolean slept() {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
