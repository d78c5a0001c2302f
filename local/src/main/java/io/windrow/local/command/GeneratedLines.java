package io.windrow.local.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Generated records on the standard output, a line each. */
final class GeneratedLines {
  private static final int BUFFER = 1 << 16;

  private GeneratedLines() {}

  static void write(Supplier<String> lines, long count) throws IOException {
    OutputStream out = new BufferedOutputStream(System.out, BUFFER);
    for (long made = 0; made < count; made++) {
      out.write(lines.get().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
    out.flush();
  }
}
