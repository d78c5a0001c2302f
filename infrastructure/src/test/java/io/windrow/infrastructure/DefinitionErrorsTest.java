package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.definition.DefinitionException;
import io.windrow.definition.DefinitionReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionErrorsTest {

  @Test
  void aWrongDefinitionFailsSynthesisWithTheMessagesOfCheck(@TempDir Path directory) {
    Path wrong = Changed.copy(directory, Map.of("by: [campaign_id]", "by: [campain_id]"));
    DefinitionException check =
        catchThrowableOfType(
            DefinitionException.class,
            () -> new DefinitionReader(new DirectorySiblings(wrong)).read());
    assertThatThrownBy(() -> WindrowPipelineProps.builder().directory(wrong.toString()).build())
        .isInstanceOf(DefinitionException.class)
        .hasMessage(check.getMessage());
  }

  @Test
  void aDirectoryWithoutDefinitionIsSaid(@TempDir Path directory) {
    assertThatThrownBy(() -> WindrowPipelineProps.builder().directory(directory.toString()).build())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("pipeline.yaml");
  }
}
