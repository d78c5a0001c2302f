package io.windrow.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The jars of the functions as Windrow's build has collected them beside this class. */
final class FunctionJars {
  private static final String RESOURCE = "/asset/lib";

  private FunctionJars() {}

  /** Copies the jars into a directory that is there. */
  static void copyTo(Path directory) throws IOException {
    URL resource = FunctionJars.class.getResource(RESOURCE);
    if (resource == null) {
      throw new IllegalStateException(
          "the functions' jars are not beside the construct; run './mvnw package' first, or depend on the packaged windrow-infrastructure");
    }
    URI uri = uri(resource);
    if (uri.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        copy(jar.getPath(RESOURCE), directory);
      }
    } else {
      copy(Path.of(uri), directory);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path jar : list(from)) {
      Files.copy(jar, to.resolve(jar.getFileName().toString()));
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list the functions' jars", e);
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the functions' jars lie at no valid address: " + url, e);
    }
  }
}
