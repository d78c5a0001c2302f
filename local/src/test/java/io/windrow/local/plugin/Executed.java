package io.windrow.local.plugin;

import io.windrow.local.command.Windrow;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of the command windrow in a process of its own. */
record Executed(int exitCode, String out, String err) {

  static Executed of(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dwindrow.dynamodb.jars=" + System.getProperty("windrow.dynamodb.jars"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Windrow.class.getName());
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("windrow", ".out");
      Path err = Files.createTempFile("windrow", ".err");
      Process process = start(command, out.toFile(), err.toFile());
      Executed executed =
          new Executed(process.waitFor(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return executed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Process start(List<String> command, File out, File err) throws IOException {
    return new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
  }
}
