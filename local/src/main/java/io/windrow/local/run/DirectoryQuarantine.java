package io.windrow.local.run;

import io.windrow.ledger.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A quarantine in a directory. A file is there whole or not at all. */
public final class DirectoryQuarantine implements Quarantine {
  private final Path directory;

  public DirectoryQuarantine(Path directory) {
    this.directory = directory;
  }

  @Override
  public void put(String name, byte[] content) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Path unfinished = Files.createTempFile(file.getParent(), ".", ".part");
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
