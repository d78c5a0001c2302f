package io.windrow.local.lambda;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The functions' jar as the build has made it, put into assets as it is deployed. */
final class BuiltJar {
  private static final Path DIRECTORY = Path.of(System.getProperty("windrow.functions.jars"));

  private BuiltJar() {}

  /** Leaves the tests out where it was not built, or can't run. */
  static void assume() {
    assumeThat(DIRECTORY)
        .as("run 'mvnw package' first: it builds the functions' jar")
        .isDirectory();
    assumeThat(System.getProperty("os.name")).as("Lambda's runtime client").isEqualTo("Linux");
  }

  static List<Path> files() {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the asset of a plan, with further jars beside the built one. */
  static Path asset(Path directory, Plan plan, List<Path> more) throws IOException {
    Path lib = Files.createDirectories(directory.resolve("lib"));
    for (Path jar : Stream.concat(files().stream(), more.stream()).toList()) {
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
    Files.write(directory.resolve(PlanFile.NAME), PlanFile.write(plan));
    return directory;
  }
}
