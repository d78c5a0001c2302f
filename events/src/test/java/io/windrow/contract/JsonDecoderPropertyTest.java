package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonDecoderPropertyTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper ESCAPED =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .build();

  private final JsonDecoder decoder = new JsonDecoder();

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anyBytesAreFieldsOrARejection(@ForAll byte[] payload) {
    assertThat(outcome(payload)).isInstanceOfAny(Map.class, Reason.class);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void jsonWithAnyByteChangedIsFieldsOrARejection(
      @ForAll("fields") Map<String, Object> fields, @ForAll int at, @ForAll byte instead)
      throws Exception {
    byte[] payload = PLAIN.writeValueAsBytes(fields);
    payload[Math.floorMod(at, payload.length)] = instead;

    assertThat(outcome(payload)).isInstanceOfAny(Map.class, Reason.class);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatWasWrittenIsRead(@ForAll("fields") Map<String, Object> fields) throws Exception {
    Object expected = EventValues.byValue(fields);

    assertThat(EventValues.byValue(outcome(PLAIN.writeValueAsBytes(fields)))).isEqualTo(expected);
    assertThat(EventValues.byValue(outcome(ESCAPED.writeValueAsBytes(fields)))).isEqualTo(expected);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aNumberIsReadAsBigDecimalReadsItIfItFits(@ForAll("numbers") String number) {
    Object outcome = outcome(("{\"n\":" + number + "}").getBytes(UTF_8));

    BigDecimal expected = new BigDecimal(number).stripTrailingZeros();
    if (fits(expected)) {
      Object value = ((Map<?, ?>) outcome).get("n");
      assertThat(new BigDecimal(String.valueOf(value)).stripTrailingZeros()).isEqualTo(expected);
    } else {
      assertThat(outcome).hasToString("number.range /n");
    }
  }

  private static boolean fits(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    return number.signum() == 0
        || (number.precision() <= 38 && exponent >= -130 && exponent <= 125);
  }

  @Provide
  Arbitrary<Map<String, Object>> fields() {
    return EventValues.fields(EventValues.strings());
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> digits =
        Arbitraries.strings().withChars("0123456789").ofMinLength(1).ofMaxLength(45);
    Arbitrary<String> zeros = Arbitraries.of("", "0", "000000", "0".repeat(140));
    Arbitrary<String> whole = digits.map(text -> text.replaceFirst("^0+(?=.)", ""));
    Arbitrary<String> fraction =
        Combinators.combine(zeros, digits, zeros).as((a, b, c) -> "." + a + b + c);
    Arbitrary<String> exponent =
        Combinators.combine(
                Arbitraries.of("e", "E"),
                Arbitraries.of("", "+", "-"),
                Arbitraries.integers().between(0, 300))
            .as((e, sign, value) -> e + sign + value);
    return Combinators.combine(
            Arbitraries.of("", "-"),
            whole,
            Arbitraries.oneOf(Arbitraries.just(""), fraction),
            Arbitraries.oneOf(Arbitraries.just(""), exponent))
        .as((sign, integer, part, power) -> sign + integer + part + power);
  }

  private Object outcome(byte[] payload) {
    try {
      return decoder.decode(payload);
    } catch (RejectedException e) {
      return e.reason();
    }
  }
}
