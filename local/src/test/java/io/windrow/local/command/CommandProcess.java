package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command as a process of its own, which writes to files: nobody waits for what it does not
 * say. It is killed when it takes too long.
 */
final class CommandProcess implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long SIGNAL_SECONDS = 20;
  private static final long LOOK_MILLIS = 50;

  private final Process process;
  private final Path out;
  private final Path err;

  private CommandProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static CommandProcess start(Path directory, List<String> arguments) throws IOException {
    return start(directory, arguments, Path.of("/dev/null"));
  }

  static CommandProcess start(Path directory, List<String> arguments, Path input)
      throws IOException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow"); // as the launcher does
    }
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dwindrow.dynamodb.jars=" + System.getProperty("windrow.dynamodb.jars"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Windrow.class.getName());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new CommandProcess(process, out, err);
  }

  /** Waits for its end; its exit code. */
  int end() throws IOException, InterruptedException {
    assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).as(this::said).isTrue();
    return process.exitValue();
  }

  /**
   * Ends it as Ctrl-C does. A process inherits that it ignores that, from nohup or a shell's
   * background, so it is asked in another way after a while.
   */
  int interrupt() throws IOException, InterruptedException {
    signal("-INT");
    if (!process.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS)) {
      signal("-TERM");
    }
    return end();
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
    assertThat(kill.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits until it has said something, and gives that. */
  String await(Pattern something) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      Matcher matcher = something.matcher(out());
      if (matcher.find()) {
        return matcher.group();
      }
      assertThat(process.isAlive()).as(this::said).isTrue();
      assertThat(System.nanoTime() - begun).as(this::said).isLessThan(LONGEST.toNanos());
      Thread.sleep(LOOK_MILLIS);
    }
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  private String said() {
    try {
      return out() + err();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
