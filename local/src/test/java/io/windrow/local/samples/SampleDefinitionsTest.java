package io.windrow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.definition.DefinitionReader;
import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"earthquakes", "ad-clicks", "shop-sessions"})
  void anEditorFindsTheSchemaByTheFirstLine(String sample) throws IOException {
    Path directory = Path.of("..", "samples", sample);
    String mark = "# yaml-language-server: $schema=";
    String first = Files.readAllLines(directory.resolve("pipeline.yaml")).get(0);

    assertThat(first).startsWith(mark);
    Path schema = directory.resolve(first.substring(mark.length()));
    assertThat(schema).exists();
    assertThat(new ObjectMapper().readTree(schema.toFile()).path("$schema").textValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
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
