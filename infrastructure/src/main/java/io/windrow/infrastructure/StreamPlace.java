package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.StreamOwner;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.kinesis.IStream;
import software.constructs.Construct;

/** Where a stream is, as far as it and the stack that reads it say their accounts and regions. */
final class StreamPlace {
  private StreamPlace() {}

  /** Whose a stream is to those who read it. */
  static StreamOwner owner(Construct reader, PipelineStream source) {
    return source.owner() == StreamOwner.ACCOUNT && isInAnotherAccount(reader, source.stream())
        ? StreamOwner.OTHER_ACCOUNT
        : source.owner();
  }

  static boolean isInAnotherAccount(Construct reader, IStream stream) {
    return differ(stream.getEnv().getAccount(), Stack.of(reader).getAccount());
  }

  static boolean isInAnotherRegion(Construct reader, IStream stream) {
    return differ(stream.getEnv().getRegion(), Stack.of(reader).getRegion());
  }

  private static boolean differ(String one, String other) {
    return !Token.isUnresolved(one) && !Token.isUnresolved(other) && !one.equals(other);
  }
}
