package io.windrow.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back, and each value has one form. */
class BinaryTest {

  @Property
  void longsComeBack(@ForAll long value) {
    assertThat(written(out -> out.writeLong(value)).readLong()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, 63, 64, -64, -65, Long.MIN_VALUE, Long.MAX_VALUE})
  void longsAtTheEdgesComeBack(long value) {
    assertThat(written(out -> out.writeLong(value)).readLong()).isEqualTo(value);
  }

  @Test
  void smallLongsTakeOneByte() {
    assertThat(new BinaryWriter().writeLong(63).toBytes()).hasSize(1);
    assertThat(new BinaryWriter().writeLong(-64).toBytes()).hasSize(1);
    assertThat(new BinaryWriter().writeLong(64).toBytes()).hasSize(2);
  }

  @Property
  void bytesAndIntegersComeBack(@ForAll byte[] bytes, @ForAll BigInteger integer) {
    BinaryReader in = written(out -> out.writeBytes(bytes).writeInteger(integer));

    assertThat(in.readBytes()).isEqualTo(bytes);
    assertThat(in.readInteger()).isEqualTo(integer);
    assertThat(in.atEnd()).isTrue();
  }

  @Property
  void decimalsComeBackInTheirShortestForm(@ForAll BigDecimal value) {
    BigDecimal read = written(out -> out.writeDecimal(value)).readDecimal();

    assertThat(read).isEqualTo(value.stripTrailingZeros());
  }

  @Test
  void decimalsAtTheEdgesComeBack() {
    for (String edge : List.of("0", "1E-130", "-9.99E+125", "1E+2147483647", "1E-2147483647")) {
      BigDecimal value = new BigDecimal(edge);
      assertThat(written(out -> out.writeDecimal(value)).readDecimal()).isEqualByComparingTo(value);
    }
  }

  @Test
  void decimalsOfOneValueAreTheSameBytes() {
    assertThat(new BinaryWriter().writeDecimal(new BigDecimal("1.50")).toBytes())
        .isEqualTo(new BinaryWriter().writeDecimal(new BigDecimal("1.5")).toBytes());
    assertThat(new BinaryWriter().writeDecimal(new BigDecimal("0E+9")).toBytes())
        .isEqualTo(new BinaryWriter().writeDecimal(BigDecimal.ZERO).toBytes());
  }

  @Provide
  Arbitrary<List<Object>> values() {
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.bigDecimals().map(BigDecimal::stripTrailingZeros).asGeneric(),
            Arbitraries.strings().ascii().asGeneric(),
            Arbitraries.of("", "\u0000", "\ud83d\ude00", "\uffff").asGeneric());
    return value.injectNull(0.1).list();
  }

  @Property
  void valuesInARowComeBack(@ForAll("values") List<Object> values) {
    BinaryReader in = written(out -> values.forEach(out::writeValue));

    List<@Nullable Object> read = new ArrayList<>();
    while (!in.atEnd()) {
      read.add(in.readValue());
    }

    assertThat(read).isEqualTo(values);
  }

  @Property
  void differentValuesAreDifferentBytes(
      @ForAll("values") List<Object> left, @ForAll("values") List<Object> right) {
    BinaryWriter leftOut = new BinaryWriter();
    BinaryWriter rightOut = new BinaryWriter();
    left.forEach(leftOut::writeValue);
    right.forEach(rightOut::writeValue);

    assertThat(Arrays.equals(leftOut.toBytes(), rightOut.toBytes())).isEqualTo(left.equals(right));
  }

  @Test
  void whatIsNoScalarIsNotWritten() {
    assertThatThrownBy(() -> new BinaryWriter().writeValue(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a scalar value");
    assertThatThrownBy(() -> new BinaryWriter().writeValue(1))
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void anUnknownTagIsNamedWithItsPlace() {
    assertThatThrownBy(() -> new BinaryReader(new byte[] {99}).readValue())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown tag 99 at byte 0");
  }

  @Test
  void bytesThatEndEarlyAreToldWithTheirPlace() {
    byte[] text = new BinaryWriter().writeString("text").toBytes();

    assertThatThrownBy(() -> new BinaryReader(Arrays.copyOf(text, 3)).readString())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a text of 4 bytes at byte 1, and there are 3 bytes");
    assertThatThrownBy(() -> new BinaryReader(Arrays.copyOf(text, 3)).readBytes())
        .hasMessage("expected 4 bytes at byte 1, and there are 3 bytes");
    assertThatThrownBy(() -> new BinaryReader(new byte[] {(byte) 0x80}).readLong())
        .hasMessage("expected an integer at byte 1, and there are 1 bytes");
    assertThatThrownBy(() -> new BinaryReader(new byte[0]).readValue())
        .hasMessage("expected a value at byte 0, and there are 0 bytes");
  }

  @Test
  void aLengthBelowZeroIsToldWithItsPlace() {
    byte[] length = new BinaryWriter().writeLong(-1).toBytes();

    assertThatThrownBy(() -> new BinaryReader(length).readBytes())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected -1 bytes at byte 1, and there are 1 bytes");
  }

  private static BinaryReader written(Consumer<BinaryWriter> content) {
    BinaryWriter out = new BinaryWriter();
    content.accept(out);
    return new BinaryReader(out.toBytes());
  }
}
