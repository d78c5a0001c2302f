package io.windrow.local.run;

import io.windrow.ledger.Quarantine;
import io.windrow.simulation.contract.QuarantineContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class DirectoryQuarantineTest extends QuarantineContract {
  private final Path directory;

  DirectoryQuarantineTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected Quarantine quarantine() {
    return new DirectoryQuarantine(directory);
  }

  @Override
  protected Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
