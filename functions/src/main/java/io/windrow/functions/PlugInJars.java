package io.windrow.functions;

import io.windrow.plan.PlugIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of plug-ins under {@code lib} in a pipeline's directory, as they are loaded where a
 * definition is read. On Lambda they are on the function's class path.
 */
public record PlugInJars(Path directory) {
  private static final String LIB = "lib";

  /** The jars, in order; none without {@code lib}. */
  public List<Path> files() {
    Path lib = directory.resolve(LIB);
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list the plug-ins under " + lib, e);
    }
  }

  /**
   * The plug-ins that they hold. Their class loader stays open, since classes are loaded when they
   * are first used.
   *
   * @throws io.windrow.plugin.PlugInException when one can't be used
   */
  public PlugIns load() {
    List<Path> jars = files();
    if (jars.isEmpty()) {
      return PlugIns.NONE;
    }
    URL[] urls = jars.stream().map(PlugInJars::url).toArray(URL[]::new);
    return PlugIns.of(new URLClassLoader("plug-ins", urls, PlugInJars.class.getClassLoader()));
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file has no URL: " + jar, e);
    }
  }
}
