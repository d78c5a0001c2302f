package io.windrow.local.command;

import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Problem;
import io.windrow.definition.Siblings;
import io.windrow.functions.PlugInJars;
import io.windrow.local.run.IoSentences;
import io.windrow.plan.Plan;
import io.windrow.plan.PlugIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A directory with a definition and the files that it names. */
record PipelineDirectory(Path path) implements Siblings {
  /** Locally every run is the first. */
  private static final long GENERATION = 1;

  /** The plan of the definition. */
  Plan plan() {
    return plan(warnings -> {});
  }

  /**
   * The plan of the definition.
   *
   * @param warnings takes what is allowed in the definition and probably not meant
   */
  Plan plan(Consumer<List<Problem>> warnings) {
    if (!Files.isDirectory(path)) {
      throw new UserError(
          "%s is not a directory: name one that holds a %s, such as samples/earthquakes."
              .formatted(path, DefinitionReader.FILE));
    }
    PlugIns plugIns = new PlugInJars(path).load();
    return Plan.of(new DefinitionReader(this, plugIns).read(warnings), GENERATION, plugIns);
  }

  @Override
  public Optional<byte[]> read(String name) {
    Path file = path.resolve(name);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UserError(IoSentences.of("read", file, e));
    }
  }
}
