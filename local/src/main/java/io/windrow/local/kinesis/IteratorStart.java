package io.windrow.local.kinesis;

/** Finds the ordinal at which the iterator that a request asks for begins. */
record IteratorStart(KinesisStream stream, Shard shard) {

  long ordinal(Request request, StartFields fields) {
    IteratorType type = request.choice(fields.type(), IteratorType.class);
    return switch (type) {
      case TRIM_HORIZON -> shard.log().start();
      case LATEST -> shard.log().tip();
      case AT_SEQUENCE_NUMBER -> numberIn(request, fields).ordinal();
      case AFTER_SEQUENCE_NUMBER -> numberIn(request, fields).ordinal() + 1;
      case AT_TIMESTAMP -> shard.log().ordinalAt(timeIn(request, fields));
    };
  }

  private SequenceNumber numberIn(Request request, StartFields fields) {
    String text = request.optionalText(fields.sequenceNumber(), TextRule.SEQUENCE_NUMBER);
    if (text == null) {
      throw KinesisError.invalidArgument(
          "This %s requires %s, found none.".formatted(fields.type(), fields.sequenceNumber()));
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

  private long timeIn(Request request, StartFields fields) {
    long time =
        request
            .optionalTimestamp(fields.timestamp())
            .orElseThrow(
                () ->
                    KinesisError.invalidArgument(
                        "%s AT_TIMESTAMP requires %s, found none."
                            .formatted(fields.type(), fields.timestamp())));
    if (time > stream.now()) {
      throw KinesisError.invalidArgument(
          "Timestamp %d must not be greater than the current time %d."
              .formatted(time, stream.now()));
    }
    return time;
  }
}
