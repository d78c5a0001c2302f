package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.definition.DefinitionException;
import io.windrow.plan.PlanFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug-ins of a pipeline are checked at synthesis, and travel with its functions. */
class PlugInAssetTest {
  private static final Map<String, String> CALLS_IT =
      Map.of("by: [campaign_id]", "by: [{ first: initial(ad_id) }]");

  @TempDir private Path directory = Path.of("");

  @Test
  void theAssetHoldsTheirJarsAndThePlanTheirVersions() throws IOException {
    Path pipeline = Changed.copy(directory, CALLS_IT);
    writeJar(Files.createDirectory(pipeline.resolve("lib")).resolve("initial.jar"));

    Path assembly = Path.of(Stacks.of(pipeline, app -> props -> {}).app().synth().getDirectory());

    Path asset = assetWithPlan(assembly);
    assertThat(asset.resolve("lib").resolve("initial.jar")).exists();
    JsonNode plan = new ObjectMapper().readTree(asset.resolve(PlanFile.NAME).toFile());
    assertThat(plan.path("plugIns").toString()).isEqualTo("[\"function initial 1\"]");
  }

  @Test
  void aNameThatNoJarHasFailsSynthesis() {
    Path pipeline = Changed.copy(directory, CALLS_IT);

    assertThatThrownBy(() -> Stacks.of(pipeline, app -> props -> {}))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("no function initial");
  }

  @Test
  void aJarWithTheNameOfOneOfWindrowsFailsSynthesis() throws IOException {
    Path pipeline = Changed.copy(directory, CALLS_IT);
    writeJar(Files.createDirectory(pipeline.resolve("lib")).resolve("windrow.jar"));

    assertThatThrownBy(() -> Stacks.of(pipeline, app -> props -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("windrow.jar has the name of one of Windrow's jars");
  }

  private static Path assetWithPlan(Path assembly) throws IOException {
    try (var files = Files.walk(assembly)) {
      return files
          .filter(file -> file.endsWith(PlanFile.NAME))
          .map(Path::getParent)
          .findFirst()
          .orElseThrow();
    }
  }

  private static void writeJar(Path jar) throws IOException {
    String type = Initial.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        var classFile = Initial.class.getResourceAsStream("/" + type)) {
      entries.putNextEntry(new ZipEntry(type));
      classFile.transferTo(entries);
      entries.putNextEntry(new ZipEntry("META-INF/services/io.windrow.plugin.FunctionPlugIn"));
      entries.write(Initial.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }
}
