package io.windrow.local.kinesis;

import java.util.List;

/**
 * Where a list goes on, valid for five minutes.
 *
 * @param stream whose shards are listed; empty when streams are listed
 * @param filter which shards are listed
 * @param after the last element that was returned
 */
record ListToken(String stream, long created, String filter, String after, long issuedAt) {
  private static final long VALID_MILLIS = 300_000;
  private static final int FIELDS = 5;

  static ListToken ofStreams(String after, long now) {
    return new ListToken("", 0, "", after, now);
  }

  static ListToken ofShards(KinesisStream stream, ShardFilter filter, String after) {
    return new ListToken(stream.name(), stream.createdAt(), filter.toText(), after, stream.now());
  }

  String token() {
    return OpaqueToken.of(
        List.of(stream, Long.toString(created), filter, after, Long.toString(issuedAt)));
  }

  static ListToken parse(String token, long now) {
    ListToken parsed = parse(token);
    if (now - parsed.issuedAt > VALID_MILLIS) {
      throw new KinesisError(
          KinesisError.Type.EXPIRED_NEXT_TOKEN,
          "NextToken expired: it is valid for %d milliseconds; list from the beginning."
              .formatted(VALID_MILLIS));
    }
    return parsed;
  }

  private static ListToken parse(String token) {
    try {
      List<String> fields = OpaqueToken.read(token, FIELDS);
      return new ListToken(
          fields.get(0),
          Long.parseLong(fields.get(1)),
          fields.get(2),
          fields.get(3),
          Long.parseLong(fields.get(4)));
    } catch (IllegalArgumentException e) {
      throw KinesisError.invalidArgument("Invalid NextToken.");
    }
  }

  KinesisStream streamIn(KinesisStreams streams) {
    KinesisStream found = streams.stream(stream);
    if (found.createdAt() != created) {
      throw KinesisError.notFound(
          "Stream %s was created anew since NextToken was given.".formatted(stream));
    }
    return found;
  }
}
