package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.plan.PlanFile;
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
    List<String> commands = WindrowTemplate.write(SAMPLE, directory, List.of());
    Path zip = zip(directory);
    try (ZipFile content = new ZipFile(zip.toFile())) {
      assertThat(content.stream().map(ZipEntry::getName))
          .containsExactly("lib/windrow.jar", "networks.csv", PlanFile.NAME);
    }
    JsonNode template = read(directory, "earthquakes-run");
    assertThat(template.at("/Parameters/AssetBucket/Type").asText()).isEqualTo("String");
    assertThat(template.findValues("S3Bucket").toString()).contains("${AssetBucket}");
    assertThat(template.findValuesAsText("S3Key"))
        .isNotEmpty()
        .allMatch(key -> key.equals(zip.getFileName().toString()));
    assertThat(commands).anyMatch(command -> command.contains("AssetBucket=BUCKET"));
  }

  @Test
  void itsCommandsTakeAnyPathAndProtectTheData(@TempDir Path directory) throws IOException {
    Path output = directory.resolve("o'er here");
    List<String> commands = WindrowTemplate.write(SAMPLE, output, List.of());

    assertThat(commands.get(0)).contains("in the region you deploy to");
    assertThat(commands.get(2))
        .endsWith(
            "--template-file '" + directory + "/o'\\''er here/earthquakes-data.template.json'");
    assertThat(commands.get(3))
        .isEqualTo(
            "  aws cloudformation update-termination-protection --enable-termination-protection"
                + " --stack-name earthquakes-data");
  }

  @Test
  void theSamePipelineMakesTheSameBytes(@TempDir Path once, @TempDir Path again)
      throws IOException {
    WindrowTemplate.write(SAMPLE, once, List.of());
    WindrowTemplate.write(SAMPLE, again, List.of());
    assertThat(zip(again).getFileName()).isEqualTo(zip(once).getFileName());
    assertThat(zip(again)).hasSameBinaryContentAs(zip(once));
  }

  @Test
  void whatTheAppTakesByContextTheTemplatesTakeToo(@TempDir Path sample, @TempDir Path directory)
      throws IOException {
    String latest = Changed.source(sample, "{ kinesis: ad-clicks, start: latest }").toString();
    WindrowTemplate.write(
        latest, directory, List.of("start=2026-01-31T12:00:00Z", "shards=3", "generation=2"));
    assertThat(read(directory, "ad-clicks-run").findValuesAsText("WINDROW_START"))
        .containsOnly("2026-01-31T12:00:00Z");
    assertThat(read(directory, "ad-clicks-data").findValue("ShardCount").asInt()).isEqualTo(3);
    try (ZipFile content = new ZipFile(zip(directory).toFile())) {
      byte[] plan = content.getInputStream(content.getEntry(PlanFile.NAME)).readAllBytes();
      assertThat(PlanFile.read(plan).generation()).isEqualTo(2);
    }
  }

  @Test
  void aSettingThatTheAppDoesNotKnowIsRefused(@TempDir Path directory) {
    assertThatThrownBy(() -> WindrowTemplate.write(SAMPLE, directory, List.of("generations=2")))
        .hasMessage(
            "-c generations=2: expected NAME=VALUE with one of the names generation, retention,"
                + " runbook, shards, start");
  }

  @Test
  void aRetentionThatNoStreamCanHaveIsRefused(@TempDir Path directory) {
    assertThatThrownBy(() -> WindrowTemplate.write(SAMPLE, directory, List.of("retention=99999")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a stream holds records for 24 to 8760 h");
  }

  private static JsonNode read(Path directory, String stack) throws IOException {
    return new ObjectMapper().readTree(directory.resolve(stack + ".template.json").toFile());
  }

  private static Path zip(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
  }
}
