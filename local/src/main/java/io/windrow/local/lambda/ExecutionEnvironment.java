package io.windrow.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One execution environment of a function: a process of its own, in which Lambda's runtime
 * interface client makes the handler and gives it invocations, one at a time.
 */
public final class ExecutionEnvironment implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private final RuntimeApi api;
  private final Process process;
  private final Path log;
  private final Duration timeout;

  private ExecutionEnvironment(RuntimeApi api, Process process, Path log, Duration timeout) {
    this.api = api;
    this.process = process;
    this.log = log;
    this.timeout = timeout;
  }

  /**
   * Starts an environment.
   *
   * @param scratch a directory for what it writes
   */
  public static ExecutionEnvironment start(FunctionSpec function, Path scratch) {
    RuntimeApi api = RuntimeApi.start(function.timeout());
    try {
      Path log = Files.createTempFile(scratch, "function-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command(function, scratch));
      builder.environment().putAll(variables(function, api));
      builder.directory(function.asset().toFile());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new ExecutionEnvironment(api, builder.start(), log, function.timeout());
    } catch (IOException e) {
      api.close();
      throw new UncheckedIOException("the function was not started", e);
    }
  }

  /** As Lambda's bootstrap does for Java, as far as it matters here. */
  private static List<String> command(FunctionSpec function, Path scratch) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-D" + NATIVE_CLIENT + "=" + nativeClient(scratch)));
    command.addAll(function.options());
    command.add("-classpath");
    command.add(classPath(function.asset()));
    command.add(RuntimeJars.MAIN);
    command.add(function.handler());
    return command;
  }

  private static String classPath(Path asset) {
    return Stream.concat(
            RuntimeJars.onClassPath(),
            Stream.of(asset.toString(), asset.resolve("lib").resolve("*").toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Unpacked here, since environments that start together would race for the client's own copy. */
  private static Path nativeClient(Path scratch) throws IOException {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String resource = "/jni/libaws-lambda-jni.linux-" + architecture + ".so";
    Path library = Files.createTempFile(scratch, "runtime-", ".so");
    try (InputStream in = ExecutionEnvironment.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the runtime interface client has no " + resource);
      }
      Files.write(library, in.readAllBytes());
    }
    return library;
  }

  private static Map<String, String> variables(FunctionSpec function, RuntimeApi api) {
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "local");
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769");
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("LAMBDA_TASK_ROOT", function.asset().toString());
    variables.put("_HANDLER", function.handler());
    return variables;
  }

  /**
   * Waits until the handler is made.
   *
   * @return what kept it from starting, empty if it waits for invocations
   */
  public Optional<Answer.Failure> awaitStart() {
    Object first =
        await(CompletableFuture.anyOf(api.started(), api.failedToStart()), LONGEST_START);
    return first instanceof Answer.Failure failure ? Optional.of(failure) : Optional.empty();
  }

  /** Waits until it has made ready for its snapshot, as the variables may ask for. */
  public void awaitSnapshot() {
    await(api.restored(), LONGEST_START);
  }

  /** Gives it a payload, and does not wait. */
  public CompletableFuture<Answer> deliver(byte[] payload) {
    return api.deliver(payload);
  }

  /**
   * Invokes it.
   *
   * @throws IllegalStateException when it does not answer in time; it is killed then
   */
  public Answer invoke(byte[] payload) {
    return await(deliver(payload), timeout.plus(LONGEST_START));
  }

  private <T> T await(CompletableFuture<T> future, Duration atMost) {
    try {
      return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      throw new IllegalStateException("the function did not answer in time:\n" + log(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a function was awaited", e);
    }
  }

  /** Ends it at once, whatever it does, as Lambda ends one that has timed out. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** What it has written to standard output and error. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException("the function's log", e);
    }
  }

  @Override
  public void close() {
    kill();
    api.close();
  }
}
