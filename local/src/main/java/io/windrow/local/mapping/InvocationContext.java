package io.windrow.local.mapping;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is told about the invocation that it serves.
 *
 * @param deadline when the function times out, in milliseconds since the epoch
 */
record InvocationContext(
    String requestId, String functionArn, long deadline, InstantSource clock, LambdaLogger logger)
    implements Context {
  private static final int MEMORY = 1769;

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + getFunctionName();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    String[] parts = functionArn.split(":", -1);
    return parts.length > 6 ? parts[6] : functionArn;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return functionArn;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, deadline - clock.millis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEMORY;
  }

  @Override
  public LambdaLogger getLogger() {
    return logger;
  }
}
