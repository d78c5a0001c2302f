package io.windrow.local.run;

import io.windrow.ledger.Quarantine;
import java.io.IOException;
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
      write(Files.createTempFile(file.getParent(), ".", ".part"), content, file);
    } catch (IOException e) {
      throw new RunException(IoSentences.of("write", file, e));
    }
  }

  private static void write(Path unfinished, byte[] content, Path file) throws IOException {
    try {
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
