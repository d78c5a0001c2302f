package io.windrow.local.run;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The log of the functions, which write there only what went wrong. */
record Warnings(Consumer<String> listener) implements LambdaLogger {
  @Override
  public void log(String message) {
    listener.accept(message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }
}
