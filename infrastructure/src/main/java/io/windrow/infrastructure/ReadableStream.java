package io.windrow.infrastructure;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kinesis.IStream;
import software.constructs.Construct;

/** Refuses what no mapping can read, before a deployment fails of it. */
final class ReadableStream {
  private ReadableStream() {}

  /**
   * Lambda maps no stream of another region ("Event source region must match Lambda region").
   *
   * @throws IllegalArgumentException when the stream is known to be in another
   */
  static void requireRegion(Construct reader, IStream stream) {
    if (StreamPlace.isInAnotherRegion(reader, stream)) {
      throw new IllegalArgumentException(
          "the stream %s is not in the stack's region %s, and Lambda reads streams of its own region only; deploy the pipeline to %s"
              .formatted(
                  stream.getStreamArn(),
                  Stack.of(reader).getRegion(),
                  stream.getEnv().getRegion()));
    }
  }

  /**
   * A consumer belongs to the account of its stream, and only that account registers it (Amazon
   * Kinesis Developer Guide, "Share access using resource-based policies").
   *
   * @throws IllegalArgumentException when the stream is known to be of another account
   */
  static void requireOwnAccountForFanOut(Construct reader, IStream stream) {
    if (StreamPlace.isInAnotherAccount(reader, stream)) {
      throw new IllegalArgumentException(
          "the stream %s is of another account than the stack, %s, and a fan-out consumer can be registered by the stream's own account only; leave fanout and critical out of the definition's source, or deploy the pipeline to %s"
              .formatted(
                  stream.getStreamArn(),
                  Stack.of(reader).getAccount(),
                  stream.getEnv().getAccount()));
    }
  }
}
