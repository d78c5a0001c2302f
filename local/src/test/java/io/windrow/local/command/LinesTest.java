package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void everyLineCountsEvenAnEmptyOneAndALastOneWithoutEnd() throws IOException {
    assertThat(lines("a\n\nb\r\nc")).containsExactly("a", "", "b\r", "c");
  }

  @Test
  void anEndOfTheLastLineBeginsNoOther() throws IOException {
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void aLineMayBeLongerThanAnyBuffer() throws IOException {
    String longLine = "x".repeat(300_000);

    assertThat(lines("a\n" + longLine + "\nb")).containsExactly("a", longLine, "b");
  }

  @Test
  void aLineThatNeverEndsIsAnErrorWithItsNumber() {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream("a\n".getBytes(ISO_8859_1)),
            new InputStream() {
              @Override
              public int read() {
                return 0;
              }
            });
    Lines lines = new Lines(endless);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> {
              for (byte[] line = lines.next(); line != null; line = lines.next()) {
                assertThat(line).hasSize(1);
              }
            })
        .withMessageContaining("line 2 has more than 10,485,760 bytes");
  }

  @Property(tries = 200)
  void joinedByLineFeedsTheyAreTheInputAgain(@ForAll @Size(max = 100_000) byte[] input)
      throws IOException {
    String text = new String(input, ISO_8859_1);
    String joined = String.join("\n", lines(text));

    assertThat(joined).isEqualTo(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }

  private static List<String> lines(String input) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Lines reader = new Lines(new ByteArrayInputStream(input.getBytes(ISO_8859_1)))) {
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        lines.add(new String(line, ISO_8859_1));
      }
    }
    return lines;
  }
}
