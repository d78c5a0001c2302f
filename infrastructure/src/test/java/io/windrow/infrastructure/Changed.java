package io.windrow.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A copy of the ad-clicks sample whose definition a test changes. */
public final class Changed {
  private static final Path SAMPLE = Stacks.SAMPLES.resolve("ad-clicks");
  static final String SOURCE = "source: { kinesis: ad-clicks }";

  private Changed() {}

  /** A copy with another source. */
  public static Path source(Path directory, String source) {
    return copy(directory, Map.of(SOURCE, "source: " + source));
  }

  /** A copy with some texts in place of others. */
  public static Path copy(Path directory, Map<String, String> changes) {
    try {
      for (String file : List.of("ad-click.schema.json", "ads.csv")) {
        Files.copy(SAMPLE.resolve(file), directory.resolve(file));
      }
      String definition = Files.readString(SAMPLE.resolve("pipeline.yaml"));
      for (Map.Entry<String, String> change : changes.entrySet()) {
        definition = replace(definition, change.getKey(), change.getValue());
      }
      Files.writeString(directory.resolve("pipeline.yaml"), definition);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replace(String definition, String found, String replacement) {
    if (!definition.contains(found)) {
      throw new IllegalArgumentException("the sample has no '" + found + "'");
    }
    return definition.replace(found, replacement);
  }
}
