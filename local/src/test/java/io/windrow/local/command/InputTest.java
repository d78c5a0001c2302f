package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void aFileNamedGzIsUnpacked() throws IOException {
    Path file = Files.write(directory.resolve("a.jsonl.gz"), gzip("{}\n[1]\n"));

    assertThat(lines(Input.of(file.toString()))).containsExactly("{}", "[1]");
  }

  @Test
  void filesOfGzipThatWereJoinedAreReadToTheEnd() throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(gzip("a\n"));
    joined.write(gzip("b\n"));
    Path file = Files.write(directory.resolve("joined.gz"), joined.toByteArray());

    assertThat(lines(Input.of(file))).containsExactly("a", "b");
  }

  @Test
  void aFileNamedOtherwiseIsReadAsItIs() throws IOException {
    Path file = Files.writeString(directory.resolve("a.gz.jsonl"), "a\n");

    assertThat(lines(Input.of(file))).containsExactly("a");
  }

  @Test
  void aFileThatIsNamedGzAndIsNotIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("a.jsonl.gz"), "{}\n");
    Path empty = Files.createFile(directory.resolve("empty.gz"));

    assertThatThrownBy(() -> Input.of(file))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read " + file + ": it is named .gz and is no gzip file.");
    assertThatThrownBy(() -> Input.of(empty)).hasMessageContaining("no gzip file");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static List<String> lines(Input input) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Lines reader = input.lines()) {
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        lines.add(new String(line, UTF_8));
      }
    }
    return lines;
  }
}
