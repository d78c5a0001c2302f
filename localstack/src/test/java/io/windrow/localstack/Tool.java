package io.windrow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line that runs in a directory, with some variables more. */
record Tool(Path directory, Map<String, String> variables) {
  private static final long MOST_MINUTES = 10;

  /** Runs it to its end; what it said. */
  String run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("tool", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new AssertionError(
            "%s in %s %s:%n%s"
                .formatted(
                    String.join(" ", command),
                    directory,
                    ended ? "failed with " + process.exitValue() : "took too long",
                    Files.readString(said)));
      }
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }
}
