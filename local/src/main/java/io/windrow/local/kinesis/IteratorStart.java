package io.windrow.local.kinesis;

/** Finds the ordinal at which the iterator that a request asks for begins. */
record IteratorStart(KinesisStream stream, Shard shard) {

  long ordinal(Request request) {
    IteratorType type = request.choice("ShardIteratorType", IteratorType.class);
    return switch (type) {
      case TRIM_HORIZON -> shard.log().start();
      case LATEST -> shard.log().tip();
      case AT_SEQUENCE_NUMBER -> numberIn(request, type).ordinal();
      case AFTER_SEQUENCE_NUMBER -> numberIn(request, type).ordinal() + 1;
      case AT_TIMESTAMP -> shard.log().ordinalAt(timeIn(request));
    };
  }

  private SequenceNumber numberIn(Request request, IteratorType type) {
    String text = request.optionalText("StartingSequenceNumber", TextRule.SEQUENCE_NUMBER);
    if (text == null) {
      throw KinesisError.invalidArgument(
          "ShardIteratorType " + type + " requires StartingSequenceNumber, found none.");
    }
    SequenceNumber number = parse(text);
    boolean inShard = number.shard() == shard.index() && number.ordinal() >= shard.log().start();
    if (!inShard || !stream.hasGiven(number)) {
      throw foreign(text);
    }
    return number;
  }

  private SequenceNumber parse(String text) {
    try {
      return SequenceNumber.parse(text);
    } catch (IllegalArgumentException e) {
      throw foreign(text);
    }
  }

  private KinesisError foreign(String number) {
    return KinesisError.invalidArgument(
        "StartingSequenceNumber %s used in GetShardIterator on shard %s in stream %s under account %s is invalid because it did not come from this shard."
            .formatted(number, shard.id(), stream.name(), Account.ID));
  }

  private long timeIn(Request request) {
    long time =
        request
            .optionalTimestamp("Timestamp")
            .orElseThrow(
                () ->
                    KinesisError.invalidArgument(
                        "ShardIteratorType AT_TIMESTAMP requires Timestamp, found none."));
    if (time > stream.now()) {
      throw KinesisError.invalidArgument(
          "Timestamp %d must not be greater than the current time %d."
              .formatted(time, stream.now()));
    }
    return time;
  }
}
