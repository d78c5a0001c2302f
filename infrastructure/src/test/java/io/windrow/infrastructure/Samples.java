package io.windrow.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of the samples. */
public final class Samples {
  private Samples() {}

  public static List<String> all() {
    try (Stream<Path> directories = Files.list(Stacks.SAMPLES)) {
      return directories
          .filter(directory -> Files.exists(directory.resolve("pipeline.yaml")))
          .map(directory -> directory.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
