package io.windrow.infrastructure;

import io.windrow.definition.Definition;
import io.windrow.definition.DefinitionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a pipeline: its definition, what that names, and plug-in jars under lib. */
record PipelineDirectory(Path path) {
  private static final String PLUG_INS = "lib";

  /**
   * The definition, checked as {@code windrow check} does, with the plug-ins on its class path.
   *
   * @throws io.windrow.definition.DefinitionException with everything that is wrong in it
   */
  Definition definition() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader plugIns =
        new URLClassLoader(
            plugIns().stream().map(PipelineDirectory::url).toArray(URL[]::new), before)) {
      thread.setContextClassLoader(plugIns);
      return new DefinitionReader(new DirectorySiblings(path)).read();
    } catch (IOException e) {
      throw new UncheckedIOException("can't close the plug-ins under " + path, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The jars that the functions need beside Windrow's. */
  List<Path> plugIns() {
    Path plugIns = path.resolve(PLUG_INS);
    if (!Files.isDirectory(plugIns)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(plugIns)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list the plug-ins under " + plugIns, e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file has no URL: " + jar, e);
    }
  }
}
