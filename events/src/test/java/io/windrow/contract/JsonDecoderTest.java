package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {
  private final JsonDecoder decoder = new JsonDecoder();

  @Test
  void valuesAreOfTheTypesOfAnEvent() throws RejectedException {
    Map<String, @Nullable Object> fields =
        decode(
            """
            {"text": "a\\u00e9\\ud83d\\ude00", "whole": 42, "big": 9223372036854775808, "price": 1.50,
             "yes": true, "no": false, "none": null, "list": [1, {"x": -0}], "inner": {}}
            """);

    assertThat(fields)
        .containsEntry("text", "aé😀")
        .containsEntry("whole", 42L)
        .containsEntry("big", new BigDecimal("9223372036854775808"))
        .containsEntry("price", new BigDecimal("1.5"))
        .containsEntry("yes", true)
        .containsEntry("no", false)
        .containsEntry("none", null)
        .containsEntry("list", Arrays.asList(1L, Map.of("x", 0L)))
        .containsEntry("inner", Map.of());
  }

  @Test
  void fieldsKeepTheOrderOfTheText() throws RejectedException {
    assertThat(decode("{\"z\":1,\"a\":2,\"m\":3}").keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void integersOf64BitsAreLongsAndLargerOnesDecimals() throws RejectedException {
    assertThat(decode("{\"n\":9223372036854775807}")).containsEntry("n", Long.MAX_VALUE);
    assertThat(decode("{\"n\":-9223372036854775808}")).containsEntry("n", Long.MIN_VALUE);
    assertThat(decode("{\"n\":-9223372036854775809}"))
        .containsEntry("n", new BigDecimal("-9223372036854775809"));
  }

  @Test
  void aNumberWithAFractionOrAnExponentIsADecimal() throws RejectedException {
    assertThat(decode("{\"n\":5.0}")).containsEntry("n", new BigDecimal("5"));
    assertThat(decode("{\"n\":1e3}")).containsEntry("n", new BigDecimal("1E+3"));
    assertThat(decode("{\"n\":0.00}")).containsEntry("n", BigDecimal.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r "})
  void aRecordWithNoDataIsEmpty(String payload) {
    assertThat(rejection(payload.getBytes(UTF_8))).hasToString("record.empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":[1}",
        "{\"a\":\"x",
        "{\"a\":\"\n\"}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{}x",
        "{}]",
        "nope",
        "{\"a\":1}//",
        "\uFEFF\uFEFF{}",
        " \uFEFF{}",
        "{}\uFEFF",
        "\0{}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "}"
      })
  void brokenJsonIsMalformed(String payload) {
    assertThat(rejection(payload.getBytes(UTF_8))).hasToString("json.malformed");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws Exception {
    assertThat(new JsonDecoder().decode("\uFEFF {\"a\":\"\uFEFF\"}".getBytes(UTF_8)))
        .isEqualTo(Map.of("a", "\uFEFF"));
    assertThat(rejection("\uFEFF \n".getBytes(UTF_8))).hasToString("record.empty");
    assertThat(rejection("{}".getBytes(UTF_16))).hasToString("json.encoding");
    assertThat(rejection("\uFEFF{}".getBytes(UTF_16LE))).hasToString("json.encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "[]", "[1,{}]", "null", "true", "\"text\""})
  void jsonThatIsNoObjectIsRejected(String payload) {
    assertThat(rejection(payload.getBytes(UTF_8))).hasToString("json.object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}{}", "{}\n{\"a\":", "[{}]", " [{},{}]"})
  void severalObjectsAreRejectedAsSuchSinceAnotherFormatTakesThem(String payload) {
    assertThat(rejection(payload.getBytes(UTF_8))).hasToString("json.several");
  }

  @ParameterizedTest
  @CsvSource({
    "7B2261223A2280227D, a lone continuation byte",
    "7B2261223A22C3227D, a character cut short",
    "7B2261223A22C080227D, an overlong zero",
    "7B2261223A22E08080227D, an overlong form of three bytes",
    "7B2261223A22EDA080227D, a surrogate",
    "7B2261223A22F4908080227D, past the last character",
    "7B2261223A22FF227D, a byte of no character"
  })
  void bytesThatAreNotUtf8AreRejected(String hex, String what) {
    assertThat(rejection(HexFormat.of().parseHex(hex))).as(what).hasToString("json.encoding");
  }

  @Test
  void utf16IsNotGuessed() {
    assertThat(rejection("{\"a\":1}".getBytes(UTF_16LE))).hasToString("json.malformed");
  }

  @Test
  void halfACharacterWrittenAsAnEscapeIsRejectedWithItsPlace() {
    assertThat(rejection("{\"a\":[\"x\",\"\\ud800x\"]}")).hasToString("json.encoding /a/1");
    assertThat(rejection("{\"\\udc00\":1}")).hasToString("json.malformed");
  }

  @Test
  void aCharacterWrittenAsTwoEscapesIsReadInANameToo() throws RejectedException {
    assertThat(decode("{\"\\ud83d\\ude00\":1}")).containsOnlyKeys("😀");
  }

  @Test
  void aDuplicateKeyIsRejectedWithItsPlaceAsAnEscapedPointer() {
    assertThat(rejection("{\"a\":1,\"a\":1}")).hasToString("json.duplicate /a");
    assertThat(rejection("{\"a\":1,\"\\u0061\":1}")).hasToString("json.duplicate /a");
    assertThat(rejection("{\"l\":[{},{\"x/y~z\":null,\"x/y~z\":1}]}"))
        .hasToString("json.duplicate /l/1/x~1y~0z");
  }

  @Test
  void nestingAtTheLimitIsReadAndOneLevelMoreIsNot() throws RejectedException {
    assertThat(decode(nested(JsonValues.MAX_DEPTH))).hasSize(1);
    assertThat(rejection(nested(JsonValues.MAX_DEPTH + 1))).hasToString("json.depth");
  }

  @Test
  void nestingTenThousandDeepIsAVerdict() {
    assertThat(rejection(nested(10_000))).hasToString("json.depth");
    assertThat(rejection("{\"a\":".repeat(10_000))).hasToString("json.depth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999",
        "-1e999",
        "1e126",
        "1e-131",
        "1e999999999999999999999",
        "1e-999999999999999999999",
        "123456789012345678901234567890123456789",
        "1.00000000000000000000000000000000000001",
        "0.1e-130"
      })
  void aNumberThatDynamoDbCannotHoldIsRejectedWithItsPlace(String number) {
    assertThat(rejection("{\"p\":{\"n\":[0," + number + "]}}")).hasToString("number.range /p/n/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.9999999999999999999999999999999999999E125", "1E-130", "-1e-130", "1e125",
        "12345678901234567890123456789012345678", "0e999999999999", "0.1e-129", "10e-131",
        "0.00000000000000000000000000000000000000000000000001",
            "1000000000000000000000000000000000000000000000"
      })
  void aNumberThatDynamoDbCanHoldIsReadExactly(String number) throws RejectedException {
    Object value = decode("{\"n\":" + number + "}").get("n");

    if (number.startsWith("0e")) {
      assertThat(value).isEqualTo(BigDecimal.ZERO);
    } else {
      assertThat((BigDecimal) value).isEqualByComparingTo(new BigDecimal(number));
    }
  }

  @Test
  void numbersOfTenThousandDigitsAreJudgedByWhatTheyStandFor() throws RejectedException {
    String zeros = "0".repeat(10_000);

    assertThat(rejection("{\"n\":" + "7".repeat(10_000) + "}")).hasToString("number.range /n");
    assertThat(rejection("{\"n\":1" + zeros + "}")).hasToString("number.range /n");
    assertThat(rejection("{\"n\":0." + zeros + "1}")).hasToString("number.range /n");
    assertThat(decode("{\"n\":1" + zeros + "e-10000}")).containsEntry("n", BigDecimal.ONE);
    assertThat(decode("{\"n\":0." + zeros + "15e10001}")).containsEntry("n", new BigDecimal("1.5"));
    assertThat(decode("{\"n\":2.5" + zeros + "}")).containsEntry("n", new BigDecimal("2.5"));
  }

  @Test
  void aRecordOf10MiBIsRead() throws RejectedException {
    String text = "ä".repeat(5 << 20);

    assertThat(decode("{\"t\":\"" + text + "\"}")).containsEntry("t", text);
    assertThat(decode("{\"" + text + "\":1}")).containsEntry(text, 1L);
  }

  @Test
  void namesThatCollideAreReadLikeAnyOther() throws RejectedException {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        name.append((i >> bit & 1) == 0 ? "Aa" : "BB"); // of one hash in Java
      }
      json.append(i == 0 ? "" : ",").append('"').append(name).append("\":1");
    }

    assertThat(decode(json.append('}').toString())).hasSize(1 << 14);
  }

  private static String nested(int levels) {
    int arrays = levels - 1;
    return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
  }

  private Map<String, @Nullable Object> decode(String json) throws RejectedException {
    return decoder.decode(json.getBytes(UTF_8));
  }

  private Reason rejection(String json) {
    return rejection(json.getBytes(UTF_8));
  }

  private Reason rejection(byte[] payload) {
    return catchThrowableOfType(RejectedException.class, () -> decoder.decode(payload)).reason();
  }
}
