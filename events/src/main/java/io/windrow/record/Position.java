package io.windrow.record;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;

/**
 * Where a record stands in its source: shard, sequence number, and the sub-sequence number it has
 * inside a KPL-aggregated record (0 for a plain one).
 *
 * <p>Within a shard the order is by sequence number, as a number of any length, then by
 * sub-sequence number. Across shards the shard's id comes last, so that the order is total.
 */
public record Position(String shard, String sequence, long subSequence)
    implements Comparable<Position> {

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

  public void encode(BinaryWriter out) {
    out.writeString(shard).writeString(sequence).writeLong(subSequence);
  }

  /** How many bytes its encoding takes, at most. */
  public int size() {
    return 3 * shard.length() + sequence.length() + 14;
  }

  /** Reads what {@link #encode} wrote. */
  public static Position decode(BinaryReader in) {
    return new Position(in.readString(), in.readString(), in.readLong());
  }

  @Override
  public int compareTo(Position other) {
    int bySequence = compareSequences(sequence, other.sequence);
    if (bySequence != 0) {
      return bySequence;
    }
    int bySubSequence = Long.compare(subSequence, other.subSequence);
    return bySubSequence != 0 ? bySubSequence : shard.compareTo(other.shard);
  }

  @Override
  public String toString() {
    return shard + ":" + sequence + ":" + subSequence;
  }
}
