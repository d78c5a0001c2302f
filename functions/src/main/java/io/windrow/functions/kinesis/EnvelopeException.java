package io.windrow.functions.kinesis;

/** What Lambda sent is no batch of Kinesis records. */
public final class EnvelopeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EnvelopeException(String message) {
    super(message);
  }
}
