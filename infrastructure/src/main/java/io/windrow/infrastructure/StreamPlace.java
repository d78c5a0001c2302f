package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.StreamOwner;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kinesis.IStream;
import software.constructs.Construct;

/** Where a stream is, as far as it and the stack that reads it say their accounts and regions. */
final class StreamPlace {
  private StreamPlace() {}

  static StreamOwner owner(Construct scope, PipelineStorage storage) {
    if (!storage.isStreamShared()) {
      return StreamOwner.PIPELINE;
    }
    if (!isOfAnotherAccount(scope, storage.stream())) {
      return StreamOwner.ACCOUNT;
    }
    Annotations.of(scope)
        .addWarningV2(
            "windrow:stream-of-another-account",
            "the stream is of the account %s, and its metrics are there: what is put to it and throttled has no alarm and no widget here; the function's iterator age has"
                .formatted(storage.stream().getEnv().getAccount()));
    return StreamOwner.OTHER_ACCOUNT;
  }

  /**
   * Lambda maps no stream of another region ("Event source region must match Lambda region").
   *
   * @throws IllegalArgumentException when the stream is known to be in another
   */
  static void requireRegion(Construct scope, IStream stream) {
    String region = Stack.of(scope).getRegion();
    if (differ(stream.getEnv().getRegion(), region)) {
      throw new IllegalArgumentException(
          "the stream %s is not in the stack's region %s, and Lambda reads streams of its own region only; deploy the pipeline to %s"
              .formatted(stream.getStreamArn(), region, stream.getEnv().getRegion()));
    }
  }

  /**
   * A consumer belongs to the account of its stream, and only that account registers it (Amazon
   * Kinesis Developer Guide, "Share access using resource-based policies").
   *
   * @throws IllegalArgumentException when the stream is known to be of another account
   */
  static void requireOwnAccountForFanOut(Construct scope, IStream stream) {
    if (isOfAnotherAccount(scope, stream)) {
      throw new IllegalArgumentException(
          "the stream %s is of another account than the stack, %s, and a fan-out consumer can be registered by the stream's own account only; leave fanout and critical out of the definition's source, or deploy the pipeline to %s"
              .formatted(
                  stream.getStreamArn(),
                  Stack.of(scope).getAccount(),
                  stream.getEnv().getAccount()));
    }
  }

  private static boolean isOfAnotherAccount(Construct scope, IStream stream) {
    return differ(stream.getEnv().getAccount(), Stack.of(scope).getAccount());
  }

  private static boolean differ(String one, String other) {
    return !Token.isUnresolved(one) && !Token.isUnresolved(other) && !one.equals(other);
  }
}
