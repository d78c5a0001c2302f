package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what is expected, written anew when the tests run with {@code
 * -Dwindrow.expected=write}.
 */
record ExpectedFile(Path file) {
  private static final boolean WRITE = "write".equals(System.getProperty("windrow.expected"));

  void mustBe(String content) {
    try {
      if (WRITE) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, content);
      }
      assertThat(content)
          .as("%s; if the change is meant, run the test with -Dwindrow.expected=write", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
