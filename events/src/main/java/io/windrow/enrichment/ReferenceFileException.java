package io.windrow.enrichment;

/** A reference file cannot be used; the message is a sentence for the person who wrote the file. */
public final class ReferenceFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long line;
  private final String problem;

  ReferenceFileException(String file, long line, String problem) {
    super(file + ", line " + line + ": " + problem);
    this.line = line;
    this.problem = problem;
  }

  ReferenceFileException(String file, String problem) {
    super(file + ": " + problem);
    this.line = 1;
    this.problem = problem;
  }

  /** Where in the file, from 1. */
  public long line() {
    return line;
  }

  /** The message without the place. */
  public String problem() {
    return problem;
  }
}
