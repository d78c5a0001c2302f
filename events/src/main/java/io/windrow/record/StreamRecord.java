package io.windrow.record;

/**
 * A record as its source delivers it, KPL aggregates already opened; or one event of a record that
 * holds several, with the bytes of its own.
 *
 * @param arrival when the source took it, in milliseconds since the epoch
 * @param moreInside whether further records of the same aggregate, or events of the same record,
 *     follow this one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by position, never by content
public record StreamRecord(
    Position position, String partitionKey, long arrival, byte[] data, boolean moreInside) {

  /**
   * One of the events that this record holds.
   *
   * @param place from 1
   * @param own the bytes of the event, as quarantine keeps it
   * @param isLast of the events of this record
   */
  public StreamRecord event(int place, byte[] own, boolean isLast) {
    return new StreamRecord(position.at(place), partitionKey, arrival, own, moreInside || !isLast);
  }
}
