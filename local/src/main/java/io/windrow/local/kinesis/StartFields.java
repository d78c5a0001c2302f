package io.windrow.local.kinesis;

/** How a request calls what says where reading begins. */
record StartFields(String type, String sequenceNumber, String timestamp) {
  static final StartFields OF_ITERATOR =
      new StartFields("ShardIteratorType", "StartingSequenceNumber", "Timestamp");
  static final StartFields OF_SUBSCRIPTION = new StartFields("Type", "SequenceNumber", "Timestamp");
}
