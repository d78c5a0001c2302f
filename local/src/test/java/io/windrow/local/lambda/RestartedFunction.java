package io.windrow.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.windrow.local.mapping.LambdaFunction;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function whose environment is killed in some of its invocations, as by a time-out. */
final class RestartedFunction implements LambdaFunction, AutoCloseable {
  private final FunctionSpec spec;
  private final Path scratch;
  private final Set<Integer> killedAtOnce;
  private final Set<Integer> killedUnheard;
  private @Nullable ExecutionEnvironment environment;
  private int invocations;

  /**
   * A function.
   *
   * @param killedAtOnce the numbers of the invocations in which it is killed as it begins
   * @param killedUnheard and of those in which it is killed when its writes have landed
   */
  RestartedFunction(
      FunctionSpec spec, Path scratch, Set<Integer> killedAtOnce, Set<Integer> killedUnheard) {
    this.spec = spec;
    this.scratch = scratch;
    this.killedAtOnce = killedAtOnce;
    this.killedUnheard = killedUnheard;
  }

  @Override
  public byte[] invoke(String requestId, byte[] payload) throws InvocationFailedException {
    int number = ++invocations;
    ExecutionEnvironment running = running();
    if (killedAtOnce.contains(number)) {
      var unused = running.deliver(payload);
      kill(running);
      throw new InvocationFailedException("timed out");
    }
    Answer answer = running.invoke(payload);
    if (killedUnheard.contains(number)) {
      kill(running);
      throw new InvocationFailedException("timed out");
    }
    if (answer instanceof Answer.Response response) {
      return response.payload();
    }
    throw new InvocationFailedException(answer.toString());
  }

  /** What an invocation that was no success is to its caller. */
  static final class InvocationFailedException extends Exception {
    private static final long serialVersionUID = 1;

    InvocationFailedException(String message) {
      super(message);
    }
  }

  String invokeWith(String payload) throws InvocationFailedException {
    return new String(invoke("", payload.getBytes(UTF_8)), UTF_8);
  }

  void awaitSnapshot() {
    running().awaitSnapshot();
  }

  String log() {
    return running().log();
  }

  private ExecutionEnvironment running() {
    if (environment == null) {
      environment = ExecutionEnvironment.start(spec, scratch);
    }
    return environment;
  }

  private void kill(ExecutionEnvironment running) {
    running.close();
    environment = null;
  }

  @Override
  public void close() {
    if (environment != null) {
      environment.close();
    }
  }
}
