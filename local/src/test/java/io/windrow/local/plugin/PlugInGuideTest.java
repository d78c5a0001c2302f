package io.windrow.local.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide shows the files that the tests run. */
class PlugInGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "guide", "plugins.md");

  @Test
  void itShowsTheDefinitionAndTheDecoder() throws IOException {
    String decoder = Files.readString(file("source/example/AccessLog.java"));

    assertThat(Files.readString(GUIDE))
        .contains(Files.readString(file("pipeline.yaml")))
        .contains(decoder.substring(decoder.indexOf("public final class")));
  }

  private static Path file(String name) {
    return AccessLogPipeline.FILES.resolve(name);
  }
}
