package io.windrow.record;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;

/**
 * Where a record, or one event of a record that holds several, stands in its source.
 *
 * <p>Within a shard the order is by sequence number, as a number of any length, then by
 * sub-sequence number, then by place. Across shards the shard's id comes last, so that the order is
 * total.
 *
 * @param subSequence the number that a record has inside a KPL aggregate; 0 for a plain one
 * @param place the place of an event in its record, from 1; 0 for a record that is judged whole
 */
public record Position(String shard, String sequence, long subSequence, int place)
    implements Comparable<Position> {

  /** The position of a record. */
  public Position(String shard, String sequence, long subSequence) {
    this(shard, sequence, subSequence, 0);
  }

  public Position {
    if (!isNumber(sequence)) {
      throw new IllegalArgumentException(
          "a sequence number is decimal digits, found '" + sequence + "'");
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Compares two sequence numbers by value; leading zeros do not count. */
  public static int compareSequences(String left, String right) {
    int l = leadingZeros(left);
    int r = leadingZeros(right);
    int byLength = Integer.compare(left.length() - l, right.length() - r);
    return byLength != 0 ? byLength : left.substring(l).compareTo(right.substring(r));
  }

  private static int leadingZeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  public boolean isAfter(Position other) {
    return compareTo(other) > 0;
  }

  /**
   * Whether what was taken in order up to here holds an event. Here, place 0 stands for all of a
   * record.
   */
  public boolean reaches(Position event) {
    int order = event.compareRecords(this);
    return order < 0 || (order == 0 && (place == 0 || event.place <= place));
  }

  /** The position of one of the events of the record that stands here. */
  public Position at(int eventsPlace) {
    return new Position(shard, sequence, subSequence, eventsPlace);
  }

  /** Compares the records that two positions of one shard lie in, whatever their places. */
  public int compareRecords(Position other) {
    int bySequence = compareSequences(sequence, other.sequence);
    return bySequence != 0 ? bySequence : Long.compare(subSequence, other.subSequence);
  }

  public void encode(BinaryWriter out) {
    out.writeString(shard).writeString(sequence).writeLong(subSequence).writeLong(place);
  }

  /** How many bytes its encoding takes, at most. */
  public int size() {
    return 3 * shard.length() + sequence.length() + 19;
  }

  /** Reads what {@link #encode} wrote. */
  public static Position decode(BinaryReader in) {
    return new Position(in.readString(), in.readString(), in.readLong(), (int) in.readLong());
  }

  @Override
  public int compareTo(Position other) {
    int byRecord = compareRecords(other);
    if (byRecord != 0) {
      return byRecord;
    }
    return place != other.place
        ? Integer.compare(place, other.place)
        : shard.compareTo(other.shard);
  }

  @Override
  public String toString() {
    String record = shard + ":" + sequence + ":" + subSequence;
    return place == 0 ? record : record + ":" + place;
  }
}
