package io.windrow.local.kinesis;

import org.jspecify.annotations.Nullable;

/** Finds the stream that a request is about, by StreamARN or StreamName or both. */
final class StreamReference {
  private StreamReference() {}

  static KinesisStream in(Request request, KinesisStreams streams) {
    String byName = request.optionalText("StreamName", TextRule.STREAM_NAME);
    String byArn = nameInArn(request);
    if (byName == null && byArn == null) {
      throw KinesisError.invalidArgument(
          "Either StreamARN or StreamName must be given, found neither.");
    }
    if (byName != null && byArn != null && !byName.equals(byArn)) {
      throw KinesisError.invalidArgument(
          "StreamARN and StreamName must mean the same stream, found %s and %s."
              .formatted(byArn, byName));
    }
    return streams.stream(byName != null ? byName : (byArn != null ? byArn : ""));
  }

  static @Nullable String nameInArn(Request request) {
    String arn = request.optionalText("StreamARN", TextRule.STREAM_ARN);
    return arn == null ? null : Account.streamOf(arn);
  }
}
