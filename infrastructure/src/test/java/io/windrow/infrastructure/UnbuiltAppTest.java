package io.windrow.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app that the CDK's command line starts, before anything is built. */
@NeedsNode
class UnbuiltAppTest {

  @Test
  void itSaysWhatIsMissingAndWhatToRun(@TempDir Path directory)
      throws IOException, InterruptedException {
    Files.copy(Path.of("app.mjs"), directory.resolve("app.mjs"));
    Process app =
        new ProcessBuilder("node", "app.mjs")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(app.getInputStream().readAllBytes(), UTF_8);

    assertThat(app.waitFor()).isEqualTo(1);
    assertThat(said)
        .contains("The app is not built", "WindrowApp.class is missing")
        .contains("./mvnw package -DskipTests -pl infrastructure -am");
  }
}
