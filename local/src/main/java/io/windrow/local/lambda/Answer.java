package io.windrow.local.lambda;

/** What a function gave back for an invocation. */
public sealed interface Answer {

  /** What the handler wrote. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Response(byte[] payload) implements Answer {}

  /**
   * What the handler threw, or what kept it from starting.
   *
   * @param json with {@code errorMessage}, {@code errorType} and {@code stackTrace}
   */
  record Failure(String json) implements Answer {}
}
