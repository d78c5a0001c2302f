package io.windrow.local.kinesis;

import java.math.BigInteger;

/**
 * The number of a record: 56 digits that increase over the whole stream in the order of its puts.
 *
 * <p>The layout is that which the Kinesis Client Library reads shard and version from: a version in
 * the topmost and the lowest four bits, the shard above the lowest. The time that the service adds
 * is left out, so that the same puts get the same numbers.
 *
 * @param ordinal counts what happened to the stream, records and reshardings alike
 * @param shard the index of the shard that the number belongs to
 */
public record SequenceNumber(long ordinal, int shard) {
  private static final BigInteger VERSION = BigInteger.TWO;
  private static final int TOP_VERSION_SHIFT = 184;
  private static final int ORDINAL_SHIFT = 80;
  private static final int SHARD_SHIFT = 4;
  private static final BigInteger BASE = VERSION.shiftLeft(TOP_VERSION_SHIFT).or(VERSION);
  private static final int MOST_DIGITS = 57;

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException when the text is no number that this class makes
   */
  public static SequenceNumber parse(String text) {
    if (text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      BigInteger value = new BigInteger("0" + text);
      SequenceNumber parsed =
          new SequenceNumber(
              value.clearBit(TOP_VERSION_SHIFT + 1).shiftRight(ORDINAL_SHIFT).longValue(),
              value.shiftRight(SHARD_SHIFT).intValue());
      if (parsed.ordinal >= 0 && parsed.shard >= 0 && parsed.value().equals(value)) {
        return parsed;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is not a sequence number of this service");
  }

  private BigInteger value() {
    return BigInteger.valueOf(ordinal)
        .shiftLeft(ORDINAL_SHIFT)
        .or(BigInteger.valueOf(shard).shiftLeft(SHARD_SHIFT))
        .or(BASE);
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
