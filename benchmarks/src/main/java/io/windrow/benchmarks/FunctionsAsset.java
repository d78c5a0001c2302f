package io.windrow.benchmarks;

import io.windrow.definition.DefinitionReader;
import io.windrow.functions.PlugInJars;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.PlugIns;
import io.windrow.plugin.FunctionPlugIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What is deployed for the sample ad-clicks: the functions' jar, the plan and its table. */
final class FunctionsAsset {
  private static final Path JARS = Path.of("functions", "target", "asset", "lib");

  private FunctionsAsset() {}

  /** The sample as it is, in a new directory. */
  static Path ofSample() throws IOException {
    return withPlan(directory(), AdClicksBatch.plan());
  }

  /**
   * The sample with its {@code keep} in a plug-in, whose jar {@link java.util.ServiceLoader} finds.
   */
  static Path withPlugIn() throws IOException {
    Path asset = directory();
    putPlugIn(asset.resolve("lib").resolve("is-view.jar"));
    PlugIns plugIns = new PlugInJars(asset).load();
    DefinitionReader reader = new DefinitionReader(FunctionsAsset::withKeepInAPlugIn, plugIns);
    return withPlan(asset, Plan.of(reader.read(), 1, plugIns));
  }

  private static Optional<byte[]> withKeepInAPlugIn(String path) {
    return AdClicksBatch.fileIfThere(path)
        .map(
            file ->
                path.equals("pipeline.yaml")
                    ? new String(file, StandardCharsets.UTF_8)
                        .replace("event.event_type == 'view'", "isView(event.event_type)")
                        .getBytes(StandardCharsets.UTF_8)
                    : file);
  }

  private static Path directory() throws IOException {
    Path asset = Files.createTempDirectory("windrow-cold-start");
    Path lib = Files.createDirectory(asset.resolve("lib"));
    try (Stream<Path> jars = Files.list(JARS)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
      }
    }
    return asset;
  }

  private static Path withPlan(Path asset, Plan plan) throws IOException {
    Files.write(asset.resolve(PlanFile.NAME), PlanFile.write(plan));
    Files.write(asset.resolve("ads.csv"), AdClicksBatch.file("ads.csv"));
    return asset;
  }

  private static void putPlugIn(Path path) throws IOException {
    String classFile = IsView.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(out);
        var compiled = IsView.class.getResourceAsStream("IsView.class")) {
      jar.putNextEntry(new ZipEntry(classFile));
      compiled.transferTo(jar);
      jar.putNextEntry(new ZipEntry("META-INF/services/" + FunctionPlugIn.class.getName()));
      jar.write(IsView.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }
}
