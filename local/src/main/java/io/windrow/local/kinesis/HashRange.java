package io.windrow.local.kinesis;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** The hash keys that a shard takes, from {@code start} to {@code end}, both included. */
public record HashRange(BigInteger start, BigInteger end) {
  private static final BigInteger KEYS = BigInteger.ONE.shiftLeft(128);

  /** The greatest hash key there is. */
  public static final BigInteger GREATEST = KEYS.subtract(BigInteger.ONE);

  /**
   * All hash keys, cut into ranges of equal size, in order. Where two cuts of different counts mean
   * the same fraction, they are the same key.
   */
  public static List<HashRange> uniform(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new HashRange(cut(i, count), cut(i + 1, count).subtract(BigInteger.ONE)))
        .toList();
  }

  private static BigInteger cut(int index, int count) {
    return KEYS.multiply(BigInteger.valueOf(index)).divide(BigInteger.valueOf(count));
  }

  public boolean contains(HashRange other) {
    return start.compareTo(other.start) <= 0 && other.end.compareTo(end) <= 0;
  }

  public boolean isJustBefore(HashRange other) {
    return end.add(BigInteger.ONE).equals(other.start);
  }

  /** Whether {@code key} can begin the upper half of a split, by the rule of SplitShard. */
  public boolean canSplitAt(BigInteger key) {
    return key.compareTo(start.add(BigInteger.ONE)) > 0 && key.compareTo(end) < 0;
  }

  List<HashRange> splitAt(BigInteger key) {
    return List.of(new HashRange(start, key.subtract(BigInteger.ONE)), new HashRange(key, end));
  }

  /** From the start of this one to the end of the one that is just after it. */
  public HashRange joinedWith(HashRange next) {
    return new HashRange(start, next.end);
  }
}
