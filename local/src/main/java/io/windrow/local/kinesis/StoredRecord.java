package io.windrow.local.kinesis;

/**
 * A record as a shard gives it back.
 *
 * @param arrival when it was put, in milliseconds since the epoch; never less than that of the
 *     record before it in the shard
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by sequence number, never by content
public record StoredRecord(
    SequenceNumber sequenceNumber, long arrival, String partitionKey, byte[] data) {}
