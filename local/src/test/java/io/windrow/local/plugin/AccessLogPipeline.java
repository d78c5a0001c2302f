package io.windrow.local.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The pipeline of the guide to plug-ins, whose sources are compiled into a jar under lib. */
public final class AccessLogPipeline {
  static final Path FILES = Path.of("src", "test", "resources", "plug-ins", "access-log");
  private static final Path SOURCE = FILES.resolve("source");

  private AccessLogPipeline() {}

  /** Puts the definition, its files and the jar into a directory. */
  public static Path in(Path directory) throws IOException {
    for (Path file : filesBelow(FILES)) {
      if (!file.startsWith(SOURCE)) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    Path classes = Files.createDirectory(directory.resolve("classes"));
    compile(classes);
    Path lib = Files.createDirectory(directory.resolve("lib"));
    try (OutputStream out = Files.newOutputStream(lib.resolve("access-log.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      put(jar, classes, filesBelow(classes));
      put(jar, SOURCE, filesBelow(SOURCE.resolve("META-INF")));
    }
    return directory;
  }

  private static void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          filesBelow(SOURCE).stream().filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "--release",
              "17",
              "-classpath",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the example's sources don't compile");
      }
    }
  }

  /** A jar of one file. */
  static void writeJar(Path path, String file, String content) throws IOException {
    try (OutputStream out = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new ZipEntry(file));
      jar.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void put(JarOutputStream jar, Path root, List<Path> files) throws IOException {
    for (Path file : files) {
      jar.putNextEntry(new ZipEntry(root.relativize(file).toString()));
      Files.copy(file, jar);
      jar.closeEntry();
    }
  }

  private static List<Path> filesBelow(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
