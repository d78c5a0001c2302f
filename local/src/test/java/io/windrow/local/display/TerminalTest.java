package io.windrow.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final String SIZE = "windrow.terminal";

  @BeforeEach
  void theLauncherHasFoundOne() {
    System.setProperty(SIZE, "50 120");
  }

  @AfterEach
  void forget() {
    System.clearProperty(SIZE);
  }

  @Test
  void itHasTheSizeThatTheLauncherFound() {
    assertThat(Terminal.find(Map.of())).contains(new Terminal(120, 50, true));
  }

  @Test
  void whereNoColorIsSetThereAreNoStyles() {
    assertThat(Terminal.find(Map.of("NO_COLOR", "1"))).contains(new Terminal(120, 50, false));
    assertThat(Terminal.find(Map.of("NO_COLOR", ""))).contains(new Terminal(120, 50, true));
  }

  @Test
  void aDumbTerminalIsNone() {
    assertThat(Terminal.find(Map.of("TERM", "dumb"))).isEmpty();
  }

  @Test
  void outputThatGoesElsewhereHasNone() {
    System.clearProperty(SIZE);

    assertThat(Terminal.find(Map.of())).isEmpty();
  }

  @Test
  void aSizeOfNothingIsTheUsualOne() {
    System.setProperty(SIZE, "0 0");

    assertThat(Terminal.find(Map.of())).contains(new Terminal(80, 24, true));
  }
}
