package io.windrow.local.kinesis;

/** Where a shard iterator begins. */
enum IteratorType {
  TRIM_HORIZON,
  LATEST,
  AT_SEQUENCE_NUMBER,
  AFTER_SEQUENCE_NUMBER,
  AT_TIMESTAMP
}
