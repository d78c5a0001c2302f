package io.windrow.local.kinesis;

import org.jspecify.annotations.Nullable;

/** Finds the stream that a request is about, by StreamARN or StreamName or both. */
final class StreamReference {
  private StreamReference() {}

  static KinesisStream in(Request request, KinesisStreams streams) {
    String byName = request.optionalText("StreamName", TextRule.STREAM_NAME);
    String byArn = nameInArn(request);
    String name = byName == null ? byArn : byName;
    if (name == null) {
      throw KinesisError.invalidArgument(
          "Either StreamARN or StreamName must be given, found neither.");
    }
    if (byArn != null && !byArn.equals(name)) {
      throw KinesisError.invalidArgument(
          "StreamARN and StreamName must mean the same stream, found %s and %s."
              .formatted(byArn, name));
    }
    return streams.stream(name);
  }

  private static @Nullable String nameInArn(Request request) {
    String arn = request.optionalText("StreamARN", TextRule.STREAM_ARN);
    return arn == null ? null : Account.streamOf(arn);
  }
}
