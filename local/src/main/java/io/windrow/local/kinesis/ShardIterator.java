package io.windrow.local.kinesis;

import java.time.Instant;
import java.util.List;

/**
 * A place in a shard from which GetRecords goes on, valid for five minutes.
 *
 * @param created when the stream was created, so that it is not taken for a later one of its name
 * @param from the ordinal of the first record wanted
 */
record ShardIterator(String stream, long created, String shard, long from, long issuedAt) {
  private static final long VALID_MILLIS = 300_000;
  private static final int FIELDS = 5;

  static ShardIterator of(KinesisStream stream, Shard shard, long from) {
    return new ShardIterator(stream.name(), stream.createdAt(), shard.id(), from, stream.now());
  }

  String token() {
    return OpaqueToken.of(
        List.of(
            stream, Long.toString(created), shard, Long.toString(from), Long.toString(issuedAt)));
  }

  /** Reads a token, and refuses it when it is not one or has expired. */
  static ShardIterator parse(String token, long now) {
    ShardIterator iterator = parse(token);
    if (now - iterator.issuedAt > VALID_MILLIS) {
      throw new KinesisError(
          KinesisError.Type.EXPIRED_ITERATOR,
          "Iterator expired. The iterator was created at time %s while right now it is %s, which is further in the future than the tolerated delay of %d milliseconds."
              .formatted(
                  Instant.ofEpochMilli(iterator.issuedAt),
                  Instant.ofEpochMilli(now),
                  VALID_MILLIS));
    }
    return iterator;
  }

  private static ShardIterator parse(String token) {
    try {
      List<String> fields = OpaqueToken.read(token, FIELDS);
      return new ShardIterator(
          fields.get(0),
          Long.parseLong(fields.get(1)),
          fields.get(2),
          Long.parseLong(fields.get(3)),
          Long.parseLong(fields.get(4)));
    } catch (IllegalArgumentException e) {
      throw KinesisError.invalidArgument("Invalid ShardIterator.");
    }
  }

  /** The stream that it was made for, if that still exists. */
  KinesisStream streamIn(KinesisStreams streams) {
    KinesisStream found = streams.stream(stream);
    if (found.createdAt() != created) {
      throw KinesisError.notFound(
          "Shard %s in stream %s under account %s does not exist: the stream was created anew."
              .formatted(shard, stream, Account.ID));
    }
    return found;
  }
}
