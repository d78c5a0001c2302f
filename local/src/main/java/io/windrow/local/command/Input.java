package io.windrow.local.command;

import io.windrow.local.run.IoSentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Where records come from at the start of a run.
 *
 * @param name what messages call it
 */
record Input(String name, Lines lines) {
  private static final String STANDARD_INPUT = "-";
  private static final String COMPRESSED = ".gz";
  private static final int BUFFER = 1 << 16;

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

  /** The lines of a file; they are unpacked if its name ends in {@value #COMPRESSED}. */
  static Input of(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a directory");
      }
      return new Input(file.toString(), new Lines(open(file)));
    } catch (IOException e) {
      throw new UserError(IoSentences.of("read", file, e));
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    if (!isCompressed(file)) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes, BUFFER);
    } catch (IOException e) {
      bytes.close();
      throw new IOException("it is named " + COMPRESSED + " and is no gzip file", e);
    }
  }

  /** Whether a file's own size says nothing about that of its lines. */
  static boolean isCompressed(Path file) {
    return file.toString().endsWith(COMPRESSED);
  }
}
