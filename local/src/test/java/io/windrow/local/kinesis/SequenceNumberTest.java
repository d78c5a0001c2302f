package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class SequenceNumberTest {

  @Property
  void whatIsWrittenIsRead(
      @ForAll @LongRange(min = 0) long ordinal, @ForAll @IntRange(min = 0) int shard) {
    SequenceNumber number = new SequenceNumber(ordinal, shard);

    assertThat(SequenceNumber.parse(number.toString())).isEqualTo(number);
    assertThat(number.toString()).hasSize(56);
  }

  @Property
  void theOrdinalDecidesTheOrderWhateverTheShard(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long ordinal,
      @ForAll @IntRange(min = 0) int shard,
      @ForAll @IntRange(min = 0) int otherShard) {
    String earlier = new SequenceNumber(ordinal, shard).toString();
    String later = new SequenceNumber(ordinal + 1, otherShard).toString();

    assertThat(new BigInteger(earlier)).isLessThan(new BigInteger(later));
  }

  @Example
  void aNumberFromElsewhereIsRefused() {
    for (String text :
        new String[] {"", "0", "12", "-1", "4904x", "9".repeat(56), "9".repeat(129)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> SequenceNumber.parse(text));
    }
  }
}
