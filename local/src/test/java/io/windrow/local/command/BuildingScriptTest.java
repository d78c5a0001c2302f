package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the script {@code windrow} says while it builds, beside a Maven that is none. */
@DisabledOnOs(OS.WINDOWS)
class BuildingScriptTest {
  private static final Path SCRIPT = Path.of("../windrow");
  private static final String BUILDING =
      """
      echo '[INFO] Scanning for projects...'
      echo '[INFO] Building Windrow events 0.1.0-SNAPSHOT                  [1/5]'
      for i in $(seq 120); do echo "Downloaded from central: https://example.org/$i.jar (1 kB)"; done
      echo '[INFO] Building Windrow local 0.1.0-SNAPSHOT                   [5/5]'
      """;

  private final Path home;

  BuildingScriptTest(@TempDir Path home) {
    this.home = home;
  }

  @BeforeEach
  void copyTheScript() throws IOException {
    Files.copy(SCRIPT, home.resolve("windrow"));
  }

  @Test
  void namesEachModuleAndWhatItFetched() throws Exception {
    maven(BUILDING);

    assertThat(said())
        .startsWith(
            "building (the first time: a minute or two) ...",
            "  1 of 5: Windrow events",
            "  50 files fetched",
            "  100 files fetched",
            "  5 of 5: Windrow local",
            "  a first run, so that the next ones start faster");
  }

  @Test
  void saysWhatMavenSaysWhereItFails() throws Exception {
    maven(BUILDING + "echo '[ERROR] no space left'\nexit 1\n");

    assertThat(said())
        .endsWith(
            "  5 of 5: Windrow local",
            "[ERROR] no space left",
            "The build failed; what Maven says is above, and all of it in "
                + home.toRealPath()
                + "/local/target/build.log.");
  }

  private void maven(String does) throws IOException {
    Path maven = Files.writeString(home.resolve("mvnw"), "#!/usr/bin/env bash\n" + does);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  private List<String> said() throws Exception {
    ProcessBuilder script = new ProcessBuilder("bash", home.toRealPath() + "/windrow", "--version");
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Path said = home.resolve("said.txt");
    Process process =
        script.redirectError(said.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.waitFor();
    return Files.readAllLines(said);
  }
}
