package io.windrow.record;

/**
 * A record as its source delivers it, KPL aggregates already opened.
 *
 * @param arrival when the source took it, in milliseconds since the epoch
 * @param moreInside whether further records of the same aggregate follow this one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by position, never by content
public record StreamRecord(
    Position position, String partitionKey, long arrival, byte[] data, boolean moreInside) {}
