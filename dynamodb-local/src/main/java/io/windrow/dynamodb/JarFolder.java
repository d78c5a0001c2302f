package io.windrow.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of jars that make up one class path, with nothing of ours in sight. */
final class JarFolder {
  private JarFolder() {}

  /** Loads classes for as long as there are any: threads that close down late still need it. */
  static ClassLoader load(Path folder) {
    URL[] urls = urls(folder);
    if (urls.length == 0) {
      throw new IllegalStateException(
          "no jars of DynamoDB Local in " + folder + ": build the project first");
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL[] urls(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new URL[0];
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(JarFolder::url)
          .toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path that is no address: " + jar, e);
    }
  }
}
