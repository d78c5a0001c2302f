package io.windrow.infrastructure;

import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.ReferenceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The directory that all functions of a pipeline run: jars under lib, the plan and the reference
 * files it names at the root, all on Lambda's class path.
 */
final class FunctionAsset implements AutoCloseable {
  private final Path directory;

  private FunctionAsset(Path directory) {
    this.directory = directory;
  }

  /** An asset in a temporary directory, which the CDK copies when a function takes its code. */
  static FunctionAsset of(PipelineDirectory pipeline, Plan plan) {
    try {
      FunctionAsset asset = new FunctionAsset(Files.createTempDirectory("windrow-asset"));
      asset.fill(pipeline, plan);
      return asset;
    } catch (IOException e) {
      throw new UncheckedIOException("can't put the functions' asset together", e);
    }
  }

  private void fill(PipelineDirectory pipeline, Plan plan) throws IOException {
    Path lib = Files.createDirectory(directory.resolve("lib"));
    FunctionJars.copyTo(lib);
    for (Path jar : pipeline.plugIns()) {
      copyPlugIn(jar, lib.resolve(jar.getFileName().toString()));
    }
    Files.write(directory.resolve(PlanFile.NAME), PlanFile.write(plan));
    for (String file : referenceFiles(plan)) {
      Path target = directory.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(pipeline.path().resolve(file), target);
    }
  }

  private static void copyPlugIn(Path jar, Path target) throws IOException {
    if (Files.exists(target)) {
      throw new IllegalArgumentException(
          "the plug-in jar %s has the name of one of Windrow's jars, which it would replace: give it another name"
              .formatted(jar));
    }
    Files.copy(jar, target);
  }

  private static List<String> referenceFiles(Plan plan) {
    return plan.definition().enrich().stream()
        .map(Lookup::table)
        .filter(ReferenceTable.File.class::isInstance)
        .map(table -> ((ReferenceTable.File) table).path())
        .distinct()
        .toList();
  }

  Code code() {
    return Code.fromAsset(directory.toString());
  }

  @Override
  public void close() {
    new DirectoryTree(directory).close();
  }
}
