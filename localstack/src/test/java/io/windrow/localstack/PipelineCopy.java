package io.windrow.localstack;

import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Siblings;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Plan;
import io.windrow.plan.ReferenceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sample of earthquakes, copied so that its definition can be changed. */
record PipelineCopy(Path directory) implements Siblings {
  private static final Path SAMPLE = Path.of("..", "samples", "earthquakes");

  /** A copy under a name of its own, so that it meets nothing that another run has left. */
  static PipelineCopy of(Path directory, String name) throws IOException {
    for (String file : new String[] {"earthquake.schema.json", "networks.csv"}) {
      Files.copy(SAMPLE.resolve(file), directory.resolve(file));
    }
    PipelineCopy copy = new PipelineCopy(directory);
    copy.write(Files.readString(SAMPLE.resolve(DefinitionReader.FILE)));
    copy.change("name: earthquakes", "name: " + name);
    copy.change("kinesis: earthquakes", "kinesis: " + name);
    return copy;
  }

  /** Puts one piece of text of the definition in the place of another. */
  void change(String before, String after) throws IOException {
    String text = Files.readString(directory.resolve(DefinitionReader.FILE));
    if (!text.contains(before)) {
      throw new IllegalStateException("the sample's definition has no '" + before + "'");
    }
    write(text.replace(before, after));
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve(DefinitionReader.FILE), text);
  }

  /** What the oracle needs of the definition as it is now. */
  Steps steps() {
    Plan plan = Plan.of(new DefinitionReader(this).read(), 1);
    return Pipeline.of(
            plan,
            lookup -> {
              String path = ((ReferenceTable.File) lookup.table()).path();
              return FileReferenceData.of(path, lookup.column(), read(path).orElseThrow());
            })
        .steps();
  }

  @Override
  public Optional<byte[]> read(String path) {
    Path file = directory.resolve(path);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
