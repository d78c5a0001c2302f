package io.windrow.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Console console =
      Console.of(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        7,
        8,
        0x0B,
        0x0D,
        0x1B,
        0x7F, // C0 and delete
        0x80,
        0x85,
        0x9B,
        0x9F, // C1, a control sequence introducer among them
        0x061C,
        0x200E,
        0x200F, // direction marks
        0x202A,
        0x202B,
        0x202C,
        0x202D,
        0x202E,
        0x2066,
        0x2067,
        0x2068,
        0x2069,
        0x2028,
        0x2029, // line and paragraph separator
        0x00AD,
        0x200B,
        0x2060,
        0xFEFF,
        0xE0041, // what hides
        0xD800,
        0xDFFF // halves of pairs
      })
  void whatCommandsTurnsOrHidesIsWrittenAsAnEscape(int character) {
    String text = "a" + new String(new int[] {character}, 0, 1) + "b";

    assertThat(Printable.of(text)).matches("a(\\\\u[0-9a-f]{4}){1,2}b");
    assertThat(Printable.lines(text)).isEqualTo(Printable.of(text));
  }

  @Test
  void whatPeopleWriteStaysAsItIs() {
    String text = "Größe 地震 \uD83D\uDC69\u200D\uD83D\uDE80 نمی\u200Cخواهم e\u0301 \\";

    assertThat(Printable.of(text)).isSameAs(text);
  }

  @Test
  void linesAndTabsStayWhereThereMayBeSome() {
    assertThat(Printable.lines("a\tb\nc")).isEqualTo("a\tb\nc");
    assertThat(Printable.of("a\tb\nc")).isEqualTo("a\\u0009b\\u000ac");
  }

  @Test
  void everyWayToPrintGoesByTheSameRule() {
    String bad = "\u001b]0;\u202e";
    console.print(bad);
    console.println(bad);
    console.print((Object) bad);
    console.println((Object) bad);
    console.print(bad.toCharArray());
    console.println(bad.toCharArray());
    console.print('\u001b');
    console.println('\u001b');
    console.printf("%s", bad);
    console.append(bad).append('\u001b');
    new IllegalStateException(bad).printStackTrace(console);
    PrintWriter writer = Console.writer(console);
    writer.println(bad);
    writer.printf("%s", bad);
    writer.flush();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .doesNotContain("\u001b", "\u202e")
        .contains("\\u001b]0;\\u202e");
  }

  @Test
  void whatIsDrawnReachesTheTerminal() {
    console.draw("\u001b[2J");

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b[2J");
  }
}
