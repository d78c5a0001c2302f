package io.windrow.infrastructure;

import io.windrow.definition.Siblings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files beside a definition in a directory. */
record DirectorySiblings(Path directory) implements Siblings {

  @Override
  public Optional<byte[]> read(String path) {
    Path file = directory.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }
}
