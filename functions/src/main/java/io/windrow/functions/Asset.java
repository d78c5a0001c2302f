package io.windrow.functions;

import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.PlugIns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files beside a function's jars, at the root of its class path: plan and reference files. */
final class Asset {
  private final ClassLoader loader;

  Asset(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The plan of the pipeline, with the plug-ins of the jars beside it.
   *
   * @throws IllegalStateException when there is none
   */
  Plan plan() {
    return PlanFile.read(file(PlanFile.NAME), PlugIns.of(loader));
  }

  /**
   * A file by its path as the definition writes it.
   *
   * @throws IllegalStateException when it is not there
   */
  byte[] file(String path) {
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "the function's asset has no file '"
                + path
                + "' at the root of its class path; deploy it with Windrow's construct or template, which put it there");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the file '" + path + "' of the function's asset", e);
    }
  }
}
