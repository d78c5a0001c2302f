package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.windrow.contract.pattern.EcmaPattern;
import io.windrow.definition.contract.ContractCheck;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asks contracts about records of up to 1 MiB that are made to be dear, and counts steps: keywords
 * that the library asks, bytes that are allocated, characters that are looked at. Twice the record
 * may take twice the steps, and no more. In the schemas, ' stands for a quotation mark.
 */
class LinearTimeTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final int MIB = 1 << 20;

  /** Twice, and some that does not depend on the record or comes from tables that double. */
  private static final double TWICE = 2.6;

  /**
   * A contract and records for it.
   *
   * @param record of about so many bytes
   */
  record Attack(String name, String schema, IntFunction<String> record) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attack> attacks() {
    IntFunction<String> numbers = size -> list(size, 8, "%7d"::formatted);
    IntFunction<String> names = size -> object(size, 12, i -> "'%07x':1".formatted(i));
    return Stream.of(
        new Attack("items", "{'items':{'type':'integer'}}", numbers),
        new Attack("prefixItems", "{'prefixItems':[true],'items':{'minimum':0}}", numbers),
        new Attack("contains", "{'contains':{'const':-1},'minContains':1}", numbers),
        new Attack("maxContains", "{'contains':{'minimum':0},'maxContains':9}", numbers),
        new Attack("uniqueItems", "{'uniqueItems':true}", numbers),
        new Attack(
            "uniqueItems of equal hashes",
            "{'uniqueItems':true}",
            size -> list(size, 34, LinearTimeTest::colliding)),
        new Attack(
            "uniqueItems of lists",
            "{'uniqueItems':true}",
            size -> list(size, 20, i -> "[%7d,%7d]".formatted(i, -i))),
        new Attack("enum", "{'enum':[[1,2],{'a':1}]}", numbers),
        new Attack("const", "{'const':[1,2,3]}", numbers),
        new Attack("enum of items", "{'items':{'enum':[[1],'a',5]}}", numbers),
        new Attack(
            "multipleOf",
            "{'items':{'multipleOf':1e-130}}",
            size -> list(size, 12, i -> "%d.5e120".formatted(1_000 + i % 9))),
        new Attack("number.range", "true", size -> "[1%s]".formatted("0".repeat(size))),
        new Attack("a long number", "true", size -> "[0.%s1e9]".formatted("0".repeat(size))),
        new Attack(
            "anyOf", "{'anyOf':[{'items':{'type':'string'}},{'items':{'maximum':-9}}]}", numbers),
        new Attack("oneOf", "{'oneOf':[{'items':{'type':'string'}},{'minItems':1}]}", numbers),
        new Attack("not", "{'not':{'items':{'type':'string'}}}", numbers),
        new Attack(
            "if", "{'if':{'items':{'type':'string'}},'else':{'items':{'minimum':0}}}", numbers),
        new Attack("properties", "{'properties':{'a':{'minimum':0}}}", names),
        new Attack(
            "patternProperties",
            "{'patternProperties':{'a$':{'minimum':0},'[0-9]+[a-f]+':true}}",
            names),
        new Attack("additionalProperties", "{'additionalProperties':{'minimum':0}}", names),
        new Attack(
            "propertyNames", "{'propertyNames':{'pattern':'[0-9a-f]+$','maxLength':9}}", names),
        new Attack("required", "{'required':['a','b','c'],'minProperties':3}", names),
        new Attack(
            "dependentSchemas",
            "{'dependentSchemas':{'0000001':{'additionalProperties':{'minimum':0}}}}",
            names),
        new Attack("dependentRequired", "{'dependentRequired':{'0000001':['0000002']}}", names),
        new Attack(
            "unevaluatedProperties",
            "{'anyOf':[{'patternProperties':{'a$':true}},{'properties':{'b':true}}],'unevaluatedProperties':false}",
            names),
        new Attack(
            "unevaluatedItems",
            "{'anyOf':[{'prefixItems':[true]},{'contains':{'multipleOf':2}}],'unevaluatedItems':false}",
            numbers),
        new Attack(
            "$ref",
            "{'$ref':'#/properties/v/$defs/n','$defs':{'n':{'items':{'$ref':'#/properties/v/$defs/n'},'uniqueItems':true}}}",
            numbers),
        new Attack(
            "pattern",
            "{'items':{'pattern':'[a-zA-Z0-9._-]+@[a-z]+'}}",
            size -> "['" + "a".repeat(size) + "']"),
        new Attack(
            "half characters",
            "true",
            size ->
                "{'%s\\ud83d\\ude00':%s}"
                    .formatted(
                        "n".repeat(size / 2), object(size / 2, 12, i -> "'%07x':1".formatted(i)))));
  }

  private static String list(int size, int each, IntFunction<String> item) {
    return IntStream.range(0, size / each)
        .mapToObj(item)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String object(int size, int each, IntFunction<String> member) {
    return IntStream.range(0, size / each)
        .mapToObj(member)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Texts of 32 characters that String.hashCode does not tell apart: "Aa" and "BB" are alike. */
  private static String colliding(int number) {
    StringBuilder text = new StringBuilder("'");
    for (int bit = 0; bit < 16; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.append('\'').toString();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void twiceTheRecordTakesTwiceTheSteps(Attack attack) throws Exception {
    JsonNode schema = inside(attack.schema());
    RecordReader reader = RecordReader.ofJson(schema, Optional.empty());
    byte[] half = record(attack, MIB / 2);
    byte[] whole = record(attack, MIB);
    allocatedBy(reader, half); // classes are loaded
    long byHalf = allocatedBy(reader, half);
    long byWhole = allocatedBy(reader, whole);

    assertThat((double) byWhole / byHalf).as("bytes: %d, %d", byHalf, byWhole).isLessThan(TWICE);
    assertThat(keywords(schema, whole))
        .as("keywords")
        .isLessThanOrEqualTo((long) (TWICE * keywords(schema, half)));
  }

  /** A branching at each level would double the steps with each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'anyOf':[{'required':['x'],'properties':{'c':{'$ref':'#'}}},{'properties':{'c':{'$ref':'#'}}}]}",
        "{'oneOf':[{'properties':{'t':{'const':'a'},'c':{'$ref':'#'}}},{'properties':{'t':{'const':'b'},'c':{'$ref':'#'}}}]}",
        "{'allOf':[{'properties':{'c':{'$ref':'#'}}},{'additionalProperties':{'$ref':'#'}}]}",
        "{'patternProperties':{'c':{'$ref':'#'},'^.$':{'$ref':'#'}}}",
        "{'if':{'properties':{'c':{'$ref':'#'}}},'then':{'properties':{'c':{'$ref':'#'}}}}",
        "{'$dynamicAnchor':'n','allOf':[{'properties':{'c':{'$dynamicRef':'#n'}}},{'properties':{'c':{'$dynamicRef':'#n'}}}]}",
        "{'anyOf':[{'properties':{'c':{'$ref':'#'}}},{'properties':{'c':{'$ref':'#'},'d':true}}],'unevaluatedProperties':false}",
        "{'properties':{'c':{'anyOf':[{'$ref':'#/$defs/n','unevaluatedProperties':false},{'$ref':'#/$defs/n'}]}},'$defs':{'n':{'properties':{'c':{'anyOf':[{'$ref':'#/$defs/n','unevaluatedProperties':false},{'$ref':'#/$defs/n'}]}}}}}"
      })
  void aLevelMoreTakesAFewStepsMore(String written) throws Exception {
    JsonNode schema = JSON.readTree(written.replace('\'', '"'));
    assertThat(ContractCheck.problems(schema)).isEmpty();

    long shallow = keywords(schema, nested(50));
    long deep = keywords(schema, nested(100));

    assertThat(deep).isLessThanOrEqualTo((long) (TWICE * shallow));
    assertThat(keywords(schema, nested(190))).isLessThan(20_000);
  }

  private static byte[] nested(int levels) {
    return ("{\"c\":".repeat(levels) + "{}" + "}".repeat(levels)).getBytes(UTF_8);
  }

  /** A table looks at each character once, RE2/J some times. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-zA-Z0-9._-]+@[a-z]+",
        "^(a+)+$",
        "(a*)*b",
        "(a|aa)+$",
        "([a-zA-Z]+)*$",
        "(.*a){20}b",
        "(x+x+)+y",
        "^[a-z]{1,500}-",
        "\\b(a+)+\\b.c",
        "^(\\p{L}+)*$",
        "(?:a?){100}a{100}"
      })
  void aPatternLooksAtEachCharacterSoOften(String pattern) {
    EcmaPattern compiled = EcmaPattern.of(pattern);
    CountedText text = new CountedText("a".repeat(MIB - 1) + "!");

    boolean unused = compiled.isFoundIn(text);

    assertThat(text.looks).isLessThan(6L * MIB);
  }

  @Test
  void valuesOfEqualHashesAreToldApartByTheirOrder() throws Exception {
    String items = list(MIB, 34, LinearTimeTest::colliding).replace('\'', '"');
    Map<String, @Nullable Object> fields =
        new JsonDecoder().decode(("{\"l\":" + items + "}").getBytes(UTF_8));
    List<?> list = (List<?>) Objects.requireNonNull(fields.get("l"));

    long hashes = list.stream().mapToInt(Objects::hashCode).distinct().count();

    // texts are comparable, by which HashMap searches a bin (JEP 180)
    assertThat(hashes).isEqualTo(1);
    assertThat(CanonicalText.of(EventNodes.of(list)).length()).isLessThan(2 * MIB);
  }

  private static JsonNode inside(String schema) throws Exception {
    return JSON.readTree("{\"properties\":{\"v\":" + schema.replace('\'', '"') + "}}");
  }

  private static byte[] record(Attack attack, int size) {
    return ("{\"v\":" + attack.record().apply(size).replace('\'', '"') + "}").getBytes(UTF_8);
  }

  private static long allocatedBy(RecordReader reader, byte[] payload) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    try {
      Map<String, @Nullable Object> unused = reader.read(payload);
    } catch (RejectedException e) {
      assertThat(e.reason().code().toLowerCase(Locale.ROOT)).doesNotContain("malformed");
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  private static long keywords(JsonNode schema, byte[] payload) throws Exception {
    CountedAsking asking = new CountedAsking();
    try {
      JsonNode value = EventNodes.of(new JsonDecoder().decode(payload));
      Object unused = asking.firstFault(Contract.compile(schema), value);
    } catch (RejectedException e) {
      return 1; // by the decoder: the library is not asked
    }
    return asking.keywords;
  }

  private static final class CountedAsking extends Asking {
    private long keywords;

    @Override
    public void evaluationPathAddLast(String token) {
      keywords++;
      super.evaluationPathAddLast(token);
    }
  }

  private static final class CountedText implements CharSequence {
    private final String text;
    private long looks;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
