package io.windrow.local.mapping;

/**
 * A record as it lies in a shard of the stream.
 *
 * @param arrival when the stream took it, in milliseconds since the epoch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ShardRecord(String sequence, String partitionKey, long arrival, byte[] data) {}
