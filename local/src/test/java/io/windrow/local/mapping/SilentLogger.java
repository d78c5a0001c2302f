package io.windrow.local.mapping;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** Logs nothing. */
final class SilentLogger implements LambdaLogger {
  @Override
  public void log(String message) {}

  @Override
  public void log(byte[] message) {}
}
