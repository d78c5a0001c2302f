package io.windrow.definition;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a definition.
 *
 * @param file the file, or the path of a builder's value
 * @param line counted from 1; 0 for a builder's value
 * @param column counted from 1 in characters; 0 for a builder's value
 * @param found what stands there
 * @param allowed what may stand there; empty when {@code found} says it all
 * @param nearest the allowed word that is most like what was found, if one is alike
 */
public record Problem(
    String file, int line, int column, String found, String allowed, @Nullable String nearest) {

  /** The definition's own problems first, then those of each other file, down the lines. */
  static Comparator<Problem> inOrder(String definition) {
    return Comparator.comparing((Problem problem) -> problem.otherFile(definition))
        .thenComparingInt(Problem::line)
        .thenComparingInt(Problem::column);
  }

  private String otherFile(String definition) {
    return line == 0 || file.equals(definition) ? "" : file;
  }

  /** What is wrong and what to do, in one sentence. */
  public String message() {
    String expected = allowed.isEmpty() ? "" : ", expected " + allowed;
    String hint = nearest == null ? "" : "; did you mean '" + nearest + "'?";
    return found + expected + hint;
  }

  @Override
  public String toString() {
    return Place.show(file, line, column) + ": " + message();
  }
}
