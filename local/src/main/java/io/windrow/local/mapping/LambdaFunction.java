package io.windrow.local.mapping;

/** A function as a mapping invokes it: synchronously, bytes to bytes. */
@FunctionalInterface
public interface LambdaFunction {

  /**
   * Runs the function once.
   *
   * @throws ThrottledException when it could not be started
   * @throws Exception what the function throws
   */
  byte[] invoke(String requestId, byte[] payload) throws Exception;
}
