package io.windrow.local.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Generated records on the standard output, a line each: so many, drawn by a seed. */
final class GeneratedLines {
  private static final int BUFFER = 1 << 16;

  @Option(
      names = "--events",
      paramLabel = "N",
      required = true,
      description = "How many events are written.")
  private long events;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What they are drawn by (default: ${DEFAULT-VALUE}).")
  private long seed;

  long seed() {
    return seed;
  }

  /** Writes them; the exit code. */
  int write(Supplier<String> lines) {
    OptionBounds.atLeast(0, "--events", events);
    // the descriptor itself, since System.out keeps to itself that a write failed
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
    try {
      for (long made = 0; made < events; made++) {
        out.write(lines.get().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      out.flush();
      return ExitCode.OK;
    } catch (IOException e) {
      return StandardOutput.refused(String.valueOf(e.getMessage()));
    }
  }
}
