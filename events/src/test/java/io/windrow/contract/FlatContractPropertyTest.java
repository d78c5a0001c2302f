package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Holds the way in one pass to the one by steps: what the one is sure of, the other reads alike.
 */
class FlatContractPropertyTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "c", "d", "ab");
  private static final String PLAIN =
      "{\"a\":\"x\", \"b\":-12.50,\n\"c\":true,\"d\":null,\"ab\":900719925474099}";

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  void whatIsCertainIsReadAlikeStepByStep(
      @ForAll("schemas") Map<String, Object> schema,
      @ForAll("names") Set<String> read,
      @ForAll("payloads") List<byte[]> payloads)
      throws RejectedException {
    JsonNode node = JSON.valueToTree(schema);
    Contract contract = Contract.of(node);
    FlatContract flat = FlatContract.of(node, Optional.of(read)).orElseThrow();

    for (byte[] payload : payloads) {
      Map<String, @Nullable Object> certain = flat.read(payload);
      if (certain != null) {
        Map<String, @Nullable Object> fields = new JsonDecoder().decode(payload);
        contract.check(fields);
        fields.keySet().retainAll(read);
        assertThat(certain).as(new String(payload, UTF_8)).isEqualTo(fields);
        assertThat(List.copyOf(certain.keySet())).isEqualTo(List.copyOf(fields.keySet()));
      }
    }
  }

  @Test
  void itIsSureOfPlainRecordsThatMeetTheContract() throws Exception {
    JsonNode schema =
        JSON.readTree(
            """
            {"type": "object", "required": ["a"], "additionalProperties": false,
             "properties": {"a": {"type": "string"}, "b": {"minimum": -13}, "c": {},
                            "d": {"enum": ["x", null]}, "ab": {"type": "integer"}}}
            """);
    FlatContract flat = FlatContract.of(schema, Optional.of(Set.of("b", "d", "ab"))).orElseThrow();

    assertThat(flat.read(PLAIN.getBytes(UTF_8)))
        .isEqualTo(withoutOthers(new JsonDecoder().decode(PLAIN.getBytes(UTF_8))));
    assertThat(flat.read(("\uFEFF" + PLAIN).getBytes(UTF_8)))
        .isEqualTo(flat.read(PLAIN.getBytes(UTF_8)));
    assertThat(flat.read("{\"ab\" : 0 , \"a\" : \"\" } ".getBytes(UTF_8)))
        .isEqualTo(Map.of("ab", 0L));
  }

  private static Map<String, @Nullable Object> withoutOthers(Map<String, @Nullable Object> fields) {
    fields.keySet().removeAll(List.of("a", "c"));
    return fields;
  }

  @Test
  void itIsNotSureOfWhatIsNotPlain() throws Exception {
    JsonNode schema =
        JSON.readTree(
            "{\"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"number\"}}}");
    FlatContract flat = FlatContract.of(schema, Optional.of(Set.of())).orElseThrow();

    for (String record :
        List.of(
            "",
            "{}",
            "{\"a\":\"\\u0041\"}",
            "{\"a\":\"é\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"x\",\"a\":\"x\"}",
            "{\"a\":\"x\",}",
            "{\"a\":\"x\"}}",
            "{\"a\":\"x\"",
            "{\"c\":\"x\"}",
            "{\"b\":01}",
            "{\"b\":-}",
            "{\"b\":1.}",
            "{\"b\":1e3}",
            "{\"b\":1x}",
            "{\"b\":1234567890123456789}",
            "{\"b\":{}}",
            "{\"b\":[1]}")) {
      assertThat(flat.read(record.getBytes(UTF_8))).as(record).isNull();
    }
  }

  @Test
  void aSchemaThatItCannotBeSureOfIsLeftToTheLibrary() throws Exception {
    for (String schema :
        List.of(
            "true",
            "{\"type\":\"array\"}",
            "{\"minProperties\":1}",
            "{\"required\":[\"a\"]}",
            "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}")) {
      JsonNode node = JSON.readTree(schema);
      assertThat(node.isObject() ? FlatContract.of(node, Optional.empty()) : Optional.empty())
          .as(schema)
          .isEmpty();
    }
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return NAMES.set();
  }

  @Provide
  Arbitrary<Map<String, Object>> schemas() {
    Arbitrary<Map<String, Object>> values =
        Arbitraries.frequencyOf(
            Tuple.of(2, new Schemas(NAMES).known(0)),
            Tuple.of(1, new Schemas(NAMES).any(1)),
            Tuple.of(
                1, Arbitraries.of(Map.of("type", "string"), Map.of("enum", List.of("a", "")))));
    return Combinators.combine(
            Arbitraries.maps(NAMES, values).ofMinSize(2),
            NAMES.set().ofMaxSize(2),
            Arbitraries.of(true, false))
        .as(FlatContractPropertyTest::schema);
  }

  private static Map<String, Object> schema(
      Map<String, Map<String, Object>> properties, Set<String> required, boolean additional) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("properties", properties);
    schema.put("required", required.stream().filter(properties::containsKey).toList());
    schema.put("additionalProperties", additional);
    return schema;
  }

  /** JSON as it is, and with one byte changed, added or left out. */
  @Provide
  Arbitrary<List<byte[]>> payloads() {
    Arbitrary<byte[]> written =
        Arbitraries.frequencyOf(
            Tuple.of(3, EventValues.fields(NAMES).map(FlatContractPropertyTest::json)),
            Tuple.of(2, Arbitraries.maps(NAMES, plain()).map(FlatContractPropertyTest::json)),
            Tuple.of(1, Arbitraries.just(PLAIN.getBytes(UTF_8))));
    Arbitrary<byte[]> changed =
        Combinators.combine(
                written,
                Arbitraries.integers().between(0, 1000),
                Arbitraries.of(
                    "\"", "\\", ",", ":", "{", "}", "0", "-", ".", "e", " ", "\n", "é", ""),
                Arbitraries.integers().between(0, 1))
            .as(FlatContractPropertyTest::changed);
    return Arbitraries.oneOf(written, changed).list().ofSize(20);
  }

  private static Arbitrary<Object> plain() {
    return Arbitraries.of("", "a", "b", "ab", 0L, -1L, 1L, 2L, true, false, 0.5, 1.0);
  }

  private static byte[] json(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsBytes(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] changed(byte[] json, int place, String by, int without) {
    int at = place % json.length;
    byte[] more = by.getBytes(UTF_8);
    byte[] changed = Arrays.copyOf(json, json.length + more.length - without);
    System.arraycopy(more, 0, changed, at, more.length);
    System.arraycopy(json, at + without, changed, at + more.length, json.length - at - without);
    return changed;
  }
}
