package io.windrow.local.run;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/** The log of the functions, which write there only what went wrong. */
record Warnings(RunListener listener) implements LambdaLogger {
  @Override
  public void log(String message) {
    listener.warned(message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }
}
