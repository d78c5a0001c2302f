package io.windrow.local.kinesis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The consumer that a request is about: by its ARN, or by its name and its stream. */
record ConsumerReference(KinesisStream stream, Consumers.Consumer consumer) {
  private static final Pattern ARN =
      Pattern.compile("(arn:.*:stream/[a-zA-Z0-9_.-]+)/consumer/([a-zA-Z0-9_.-]+):[0-9]+");

  static ConsumerReference in(Request request, KinesisStreams streams) {
    String arn = request.optionalText("ConsumerARN", TextRule.CONSUMER_ARN);
    if (arn != null) {
      return of(arn, streams);
    }
    KinesisStream stream = StreamReference.in(request, streams);
    String name = request.text("ConsumerName", TextRule.STREAM_NAME);
    return new ConsumerReference(stream, stream.consumers().find(name, null));
  }

  /** The consumer that an ARN names. */
  static ConsumerReference of(String arn, KinesisStreams streams) {
    Matcher matcher = ARN.matcher(arn);
    if (!matcher.matches()) {
      throw KinesisError.constraint(
          "consumerARN", arn, "satisfy regular expression pattern: " + ARN.pattern());
    }
    KinesisStream stream = streams.stream(Account.streamOf(matcher.group(1)));
    return new ConsumerReference(stream, stream.consumers().find(matcher.group(2), arn));
  }
}
