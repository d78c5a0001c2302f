package io.windrow.local.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What went wrong with a file, as a sentence. */
public final class IoSentences {
  private IoSentences() {}

  /**
   * The sentence.
   *
   * @param attempt a verb: read, write
   */
  public static String of(String attempt, Path file, IOException problem) {
    return "Cannot %s %s: %s.".formatted(attempt, file, reason(file, problem));
  }

  private static @Nullable String reason(Path file, IOException problem) {
    if (Files.isDirectory(file)) {
      return "it is a directory";
    }
    if (problem instanceof NoSuchFileException) {
      Path parent = file.toAbsolutePath().getParent();
      return parent == null || Files.isDirectory(parent)
          ? "there is no such file"
          : "there is no directory " + parent;
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "it is no directory";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    String told = problem instanceof FileSystemException on ? on.getReason() : null;
    return told == null ? problem.getMessage() : told;
  }
}
