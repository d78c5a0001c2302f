package io.windrow.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the ad-clicks sample whose definition a test changes. */
final class Changed {
  private static final Path SAMPLE = Stacks.SAMPLES.resolve("ad-clicks");
  private static final String SOURCE = "source: { kinesis: ad-clicks }";

  private Changed() {}

  /** A copy with another source. */
  static Path source(Path directory, String source) {
    return copy(directory, SOURCE, "source: " + source);
  }

  /** A copy with one text in place of another. */
  static Path copy(Path directory, String found, String replacement) {
    try {
      for (String file : List.of("ad-click.schema.json", "ads.csv")) {
        Files.copy(SAMPLE.resolve(file), directory.resolve(file));
      }
      String definition = Files.readString(SAMPLE.resolve("pipeline.yaml"));
      if (!definition.contains(found)) {
        throw new IllegalArgumentException("the sample has no '" + found + "'");
      }
      Files.writeString(directory.resolve("pipeline.yaml"), definition.replace(found, replacement));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
