package io.windrow.infrastructure;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The module's cdk.json. */
final class AppFile {
  private AppFile() {}

  /** The context that the CDK's command line gives the app. */
  static Map<String, Object> context() {
    ObjectMapper mapper = new ObjectMapper();
    try {
      return mapper.convertValue(
          mapper.readTree(Path.of("cdk.json").toFile()).get("context"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
