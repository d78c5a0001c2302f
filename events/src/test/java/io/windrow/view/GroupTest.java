package io.windrow.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupTest {

  @Test
  void numbersOfOneValueAreOneGroup() {
    Group asLong = group(100L);

    assertThat(group(new BigDecimal("100.00"))).isEqualTo(asLong).hasSameHashCodeAs(asLong);
    assertThat(group(new BigDecimal("1E+2"))).isEqualTo(asLong);
    assertThat(group(new BigDecimal("100.00")).values()).containsExactly(100L);
    assertThat(group(new BigDecimal("1.10"))).isEqualTo(group(new BigDecimal("1.1")));
  }

  @Test
  void valuesOfDifferentKindsAreDifferentGroups() {
    assertThat(List.of(group(1L), group("1"), group(true), group((Object) null), group()))
        .doesNotHaveDuplicates();
    assertThat(group("a", "b")).isNotEqualTo(group("ab")).isNotEqualTo(group("b", "a"));
    assertThat(group(1L)).isNotEqualTo("1");
  }

  @Test
  void textsThatAreStoredAlikeAreOneGroupAndShowAlike() {
    assertThat(group("\ud83d")).isEqualTo(group("?"));
    assertThat(group("\ud83d").values()).isEqualTo(group("?").values());
  }

  @Test
  void aListIsNoGroup() {
    assertThatThrownBy(() -> group(List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a scalar value");
  }

  @Provide
  Arbitrary<List<Object>> values() {
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.longs().between(-100, 100).asGeneric(),
            Arbitraries.bigDecimals().asGeneric(),
            Arbitraries.strings().asGeneric());
    return value.injectNull(0.1).list().ofMaxSize(4);
  }

  @Property
  void whatIsEncodedIsDecoded(@ForAll("values") List<Object> values) {
    Group group = Group.of(values);
    BinaryWriter out = new BinaryWriter();
    group.encode(out);

    Group read = Group.decode(new BinaryReader(out.toBytes()));

    assertThat(read).isEqualTo(group).hasSameHashCodeAs(group).isEqualByComparingTo(group);
    assertThat(read.values()).isEqualTo(group.values());
  }

  @Property
  void theOrderIsTotalAndAgreesWithEquality(
      @ForAll("values") List<Object> left, @ForAll("values") List<Object> right) {
    Group l = Group.of(left);
    Group r = Group.of(right);

    assertThat(Integer.signum(l.compareTo(r))).isEqualTo(-Integer.signum(r.compareTo(l)));
    assertThat(l.compareTo(r) == 0).isEqualTo(l.equals(r)).isEqualTo(l.values().equals(r.values()));
  }

  @Property
  void sortingGivesOneOrderWhateverCameFirst(
      @ForAll("values") List<Object> a,
      @ForAll("values") List<Object> b,
      @ForAll("values") List<Object> c) {
    List<Group> forwards = new ArrayList<>(List.of(Group.of(a), Group.of(b), Group.of(c)));
    List<Group> backwards = new ArrayList<>(forwards);
    Collections.reverse(backwards);

    Collections.sort(forwards);
    Collections.sort(backwards);

    assertThat(forwards).isEqualTo(backwards);
  }

  private static Group group(@Nullable Object... values) {
    return Group.of(Arrays.asList(values));
  }
}
