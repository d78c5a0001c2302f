package io.windrow.functions.kinesis;

/** A batch comes from another stream than the one that the function reads. */
public final class MisreadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MisreadException(String source, StreamId expected) {
    super(
        "the batch comes from %s, and this function reads %s: its event source mapping points elsewhere, and nothing was taken; point the mapping to the stream of the pipeline, or deploy the pipeline with that stream"
            .formatted(source, expected));
  }
}
