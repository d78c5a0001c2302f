package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aloneItShowsAllCommands() {
    assertThat(execute("help")).isZero();

    assertThat(out.toString()).startsWith("Usage: windrow").contains("  help ", "  template ");
    assertThat(out.toString()).isEqualTo(shownBy("--help"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "send", "help", "generate", "generate ad-clicks"})
  void itShowsOfACommandWhatItsOptionShows(String command) {
    assertThat(execute(("help " + command).split(" "))).isZero();

    assertThat(out.toString()).startsWith("Usage: windrow " + command);
    assertThat(out.toString()).isEqualTo(shownBy((command + " --help").split(" ")));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aCommandThatIsNoneIsToldWithTheNearest() {
    assertThat(execute("help", "sned")).isEqualTo(2);

    assertThat(err.toString()).startsWith("windrow has no command 'sned'.").contains("send");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aCommandWithoutOthersHasNoneToShow() {
    assertThat(execute("help", "run", "fast")).isEqualTo(2);

    assertThat(err.toString()).contains("'fast'", "windrow run --help");
  }

  private int execute(String... arguments) {
    return commandLine(out).execute(arguments);
  }

  private String shownBy(String... arguments) {
    StringWriter shown = new StringWriter();
    assertThat(commandLine(shown).execute(arguments)).isZero();
    return shown.toString();
  }

  private CommandLine commandLine(StringWriter written) {
    return Windrow.commandLine()
        .setOut(new PrintWriter(written, true))
        .setErr(new PrintWriter(err, true));
  }
}
