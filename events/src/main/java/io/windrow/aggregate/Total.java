package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import java.math.BigDecimal;

/** How many numbers there were, and exactly what they add up to. */
final class Total {
  private long count;
  private final ExactSum sum;

  Total() {
    this(0, new ExactSum());
  }

  private Total(long count, ExactSum sum) {
    this.count = count;
    this.sum = sum;
  }

  void add(Number number) {
    count++;
    sum.add(number);
  }

  void add(Total other) {
    count += other.count;
    sum.add(other.sum);
  }

  long count() {
    return count;
  }

  BigDecimal sum() {
    return sum.toDecimal();
  }

  void encode(BinaryWriter out) {
    out.writeLong(count);
    sum.encode(out);
  }

  static Total decode(BinaryReader in) {
    return new Total(in.readLong(), ExactSum.decode(in));
  }
}
