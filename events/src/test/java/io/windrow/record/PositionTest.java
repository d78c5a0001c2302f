package io.windrow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @Test
  void sequenceNumbersAreComparedAsNumbers() {
    assertThat(at("10", 0).isAfter(at("9", 0))).isTrue();
    assertThat(at("9", 0).isAfter(at("10", 0))).isFalse();
    assertThat(at("9", 0).isAfter(at("9", 0))).isFalse();
  }

  @Test
  void subSequenceNumbersOrderTheRecordsOfAnAggregate() {
    assertThat(at("9", 11).isAfter(at("9", 2))).isTrue();
    assertThat(at("10", 0).isAfter(at("9", 11))).isTrue();
  }

  @Test
  void theShardDecidesLast() {
    assertThat(new Position("b", "1", 0)).isLessThan(new Position("a", "2", 0));
    assertThat(new Position("b", "1", 0)).isGreaterThan(new Position("a", "1", 0));
  }

  @Property
  void theOrderIsThatOfTheNumbersWhateverTheirLengthsAndLeadingZeros(
      @ForAll @BigRange(min = "0", max = "1" + FIFTY_ZEROS) BigInteger left,
      @ForAll @BigRange(min = "0", max = "1" + FIFTY_ZEROS) BigInteger right,
      @ForAll @IntRange(max = 3) int zeros) {
    String padded = "0".repeat(zeros) + left;

    assertThat(Integer.signum(Position.compareSequences(padded, right.toString())))
        .isEqualTo(left.compareTo(right));
    assertThat(Integer.signum(Position.compareSequences(right.toString(), padded)))
        .isEqualTo(right.compareTo(left));
    assertThat(Position.compareSequences(padded, left.toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "12a", " 1", "1.5", "\u0661"})
  void aSequenceNumberIsDigits(String sequence) {
    assertThatThrownBy(() -> at(sequence, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + sequence + "'");
  }

  @Test
  void whatIsEncodedIsDecoded() {
    Position position = new Position("shardId-000000000001", "1" + FIFTY_ZEROS, Long.MAX_VALUE);
    BinaryWriter out = new BinaryWriter();
    position.encode(out);

    assertThat(Position.decode(new BinaryReader(out.toBytes()))).isEqualTo(position);
  }

  private static final String FIFTY_ZEROS = "00000000000000000000000000000000000000000000000000";

  private static Position at(String sequence, long subSequence) {
    return new Position("shard-0", sequence, subSequence);
  }
}
