package io.windrow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.definition.Definition;
import io.windrow.definition.DefinitionReader;
import io.windrow.definition.ViewDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleDefinitionsTest {

  @Test
  void theDefinitionOfTheEarthquakesHasNoErrors() {
    assertThat(read("earthquakes").views())
        .extracting(ViewDefinition::name)
        .containsExactly("magnitudes", "networks");
  }

  @Test
  void theDefinitionOfTheAdClicksHasNoErrors() {
    assertThat(read("ad-clicks").views())
        .extracting(ViewDefinition::name)
        .containsExactly("views-per-campaign");
  }

  @Test
  void theDefinitionOfTheShopSessionsHasNoErrors() {
    assertThat(read("shop-sessions").views())
        .extracting(ViewDefinition::name)
        .containsExactly("visits", "wanted");
  }

  private static Definition read(String sample) {
    Path directory = Path.of("..", "samples", sample);
    return new DefinitionReader(path -> content(directory.resolve(path))).read();
  }

  private static Optional<byte[]> content(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
