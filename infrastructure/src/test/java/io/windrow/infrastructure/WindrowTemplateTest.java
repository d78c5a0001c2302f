package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.definition.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNode
class WindrowTemplateTest {
  private static final String SAMPLE = Stacks.SAMPLES.resolve("earthquakes").toString();

  @Test
  void theZipHasJarsPlanAndReferenceFilesAndTheTemplateTakesItFromAnyBucket(@TempDir Path directory)
      throws IOException {
    List<String> commands = WindrowTemplate.write(SAMPLE, directory);
    Path zip = zip(directory);
    try (ZipFile content = new ZipFile(zip.toFile())) {
      assertThat(content.stream().map(ZipEntry::getName))
          .containsExactly("lib/windrow.jar", "networks.csv", PlanFile.NAME);
    }
    JsonNode template =
        new ObjectMapper().readTree(directory.resolve("earthquakes-run.template.json").toFile());
    assertThat(template.at("/Parameters/AssetBucket/Type").asText()).isEqualTo("String");
    assertThat(template.findValues("S3Bucket").toString()).contains("${AssetBucket}");
    assertThat(template.findValuesAsText("S3Key"))
        .isNotEmpty()
        .allMatch(key -> key.equals(zip.getFileName().toString()));
    assertThat(commands).anyMatch(command -> command.contains("AssetBucket=BUCKET"));
  }

  @Test
  void theSamePipelineMakesTheSameBytes(@TempDir Path once, @TempDir Path again)
      throws IOException {
    WindrowTemplate.write(SAMPLE, once);
    WindrowTemplate.write(SAMPLE, again);
    assertThat(zip(again).getFileName()).isEqualTo(zip(once).getFileName());
    assertThat(zip(again)).hasSameBinaryContentAs(zip(once));
  }

  private static Path zip(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }
}
