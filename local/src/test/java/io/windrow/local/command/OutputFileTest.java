package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.windrow.local.run.RunException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void aFileHoldsTheLinesInTheirOrderAndNothingOfBefore() throws Exception {
    Path path = Files.writeString(directory.resolve("f"), "x".repeat(1000));
    try (OutputFile file = OutputFile.open(path)) {
      file.line("größer");
      file.line("");
      file.flush();
      assertThat(path).hasContent("größer\n\n");

      file.line("y".repeat(100_000));
    }
    assertThat(path).hasContent("größer\n\n" + "y".repeat(100_000) + "\n");
  }

  @Test
  void aFileThatNobodyAskedForTakesAnything() {
    try (OutputFile file = OutputFile.open(null)) {
      file.line("x".repeat(100_000));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsASentence() {
    try (OutputFile file = OutputFile.open(Path.of("/dev/full"))) {
      file.line("{}");

      assertThatExceptionOfType(RunException.class)
          .isThrownBy(file::flush)
          .withMessageStartingWith("Cannot write /dev/full: No space left on device.");
    }
  }
}
