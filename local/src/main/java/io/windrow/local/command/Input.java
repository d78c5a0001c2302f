package io.windrow.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where records come from at the start of a run.
 *
 * @param name what messages call it
 */
record Input(String name, Lines lines) {
  private static final String STANDARD_INPUT = "-";

  /** No records at all. */
  static Input none() {
    return new Input("no input", new Lines(InputStream.nullInputStream()));
  }

  /** The lines of a file, or of the standard input if it is called {@value #STANDARD_INPUT}. */
  static Input of(String file) {
    return file.equals(STANDARD_INPUT)
        ? new Input("the standard input", new Lines(System.in))
        : of(Path.of(file));
  }

  /** The lines of a file. */
  static Input of(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a directory");
      }
      return new Input(file.toString(), new Lines(Files.newInputStream(file)));
    } catch (IOException e) {
      throw new UserError(IoSentences.of("read", file, e));
    }
  }
}
