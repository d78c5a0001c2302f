package io.windrow.enrichment;

/** A reference file cannot be used; the message is a sentence for the person who wrote the file. */
public final class ReferenceFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReferenceFileException(String file, long line, String problem) {
    super(file + ", line " + line + ": " + problem);
  }

  ReferenceFileException(String file, String problem) {
    super(file + ": " + problem);
  }
}
