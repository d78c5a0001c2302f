package io.windrow.functions;

import io.windrow.ledger.ShardWaitsException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Which faults may be gone at the next attempt. */
final class Faults {
  private static final int SERVER_ERROR = 500;

  private Faults() {}

  /**
   * Whether the same batch may succeed later: a shard that must wait, a network, a throttle or an
   * outage, but not a request that the service has refused, nor a ledger that is not as it must be.
   */
  static boolean passes(RuntimeException fault) {
    return fault instanceof ShardWaitsException
        || fault instanceof SdkClientException
        || (fault instanceof SdkServiceException service
            && (service.isThrottlingException() || service.statusCode() >= SERVER_ERROR));
  }
}
