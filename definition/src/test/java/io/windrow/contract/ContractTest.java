package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaException;
import io.windrow.definition.contract.ContractCheck;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"required\":[\"ad_id\"]}                      | {}                | contract.required"
            + " /ad_id",
        "{\"properties\":{\"u\":{\"required\":[\"a/b\"]}}} | {\"u\":{}}      | contract.required"
            + " /u/a~1b",
        "{\"properties\":{\"price\":{\"type\":\"number\"}}} | {\"price\":\"5\"} | contract.type"
            + " /price",
        "{\"properties\":{\"n\":{\"type\":\"integer\"}}} | {\"n\":5.5}       | contract.type /n",
        "{\"properties\":{\"n\":{\"minimum\":0.1}}}      | {\"n\":0.09}      | contract.minimum /n",
        "{\"properties\":{\"n\":{\"exclusiveMaximum\":9}}} | {\"n\":9}       |"
            + " contract.exclusiveMaximum /n",
        "{\"properties\":{\"n\":{\"type\":\"integer\",\"maximum\":5}}} | {\"n\":2e20} |"
            + " contract.maximum /n",
        "{\"properties\":{\"t\":{\"enum\":[\"a\",\"b\"]}}} | {\"t\":\"c\"}   | contract.enum /t",
        "{\"properties\":{\"t\":{\"const\":1}}}          | {\"t\":true}      | contract.const /t",
        "{\"properties\":{\"t\":{\"maxLength\":1}}}      | {\"t\":\"ab\"}    | contract.maxLength"
            + " /t",
        "{\"properties\":{\"t\":{\"pattern\":\"^a\"}}}   | {\"t\":\"ba\"}    | contract.pattern /t",
        "{\"properties\":{\"l\":{\"items\":{\"type\":\"string\"}}}} | {\"l\":[\"a\",1]} |"
            + " contract.type /l/1",
        "{\"properties\":{\"l\":{\"prefixItems\":[{}],\"items\":false}}} | {\"l\":[1,2]} |"
            + " contract.items /l/1",
        "{\"properties\":{\"a\":{}},\"additionalProperties\":false} | {\"a\":1,\"~\":1} |"
            + " contract.additionalProperties /~0",
        "{\"properties\":{\"n\":{\"multipleOf\":100}}} | {\"n\":3797544382127150001} |"
            + " contract.multipleOf /n",
        "{\"properties\":{\"n\":{\"multipleOf\":3}}} | {\"n\":286652639895401845414674382} |"
            + " contract.multipleOf /n",
        "{\"properties\":{\"l\":{\"contains\":{\"type\":\"null\"}}}} | {\"l\":[1]} |"
            + " contract.contains /l",
        "{\"properties\":{\"l\":{\"contains\":{\"type\":\"null\"},\"minContains\":2}}} |"
            + " {\"l\":[null]} | contract.minContains /l",
        "{\"properties\":{\"l\":{\"contains\":{\"type\":\"null\"},\"maxContains\":1}}} |"
            + " {\"l\":[null,null]} | contract.maxContains /l",
        "{\"properties\":{\"a\":false}}                  | {\"a\":1}         | contract.false /a",
        "{\"not\":{\"required\":[\"a\"]}}                | {\"a\":1}         | contract.not",
        "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/x\"}},\"$defs\":{\"x\":{\"type\":\"null\"}}} |"
            + " {\"a\":1} | contract.type /a"
      })
  void aFaultIsNamedByKeywordAndPlace(String schema, String json, String reason) throws Exception {
    assertThat(rejection(schema, json)).hasToString(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"properties\":{\"n\":{\"type\":\"integer\"}}}    | {\"n\":5.0}",
        "{\"properties\":{\"n\":{\"enum\":[5]}}}            | {\"n\":5.0}",
        "{\"properties\":{\"n\":{\"const\":0.10}}}          | {\"n\":0.1}",
        "{\"properties\":{\"n\":{\"const\":{\"a\":[1,2.50]}}}} | {\"n\":{\"a\":[1.0,2.5]}}",
        "{\"properties\":{\"n\":{\"const\":[1,\"a\",1e30]}}} |"
            + " {\"n\":[1,\"a\",1000000000000000000000000000000]}",
        "{\"properties\":{\"n\":{\"enum\":[{\"x\":1}]}}}    | {\"n\":{\"x\":1}}",
        "{\"properties\":{\"n\":{\"enum\":[[{\"a\":[1,2]}]]}}} | {\"n\":[{\"a\":[1,2]}]}",
        "{\"properties\":{\"n\":{\"maximum\":1e400}}}       | {\"n\":1e125}",
        "{\"properties\":{\"n\":{\"multipleOf\":3.0}}}      | {\"n\":12345678901234567890}",
        "{\"properties\":{\"n\":{\"multipleOf\":7}}}        | {\"n\":9223372036854775807}",
        "{\"properties\":{\"n\":{\"multipleOf\":1e-20}}}    | {\"n\":0.00000000000000000003}",
        "{\"properties\":{\"t\":{\"maxLength\":1}}}         | {\"t\":\"😀\"}",
        "{\"properties\":{\"t\":{\"format\":\"date\"}}}     | {\"t\":\"no date\"}",
        "{\"properties\":{\"t\":{\"type\":[\"string\",\"null\"]}}} | {\"t\":null}",
        "{\"patternProperties\":{\"^x\":{\"type\":\"null\"}}} | {\"x1\":null,\"y\":1}",
        "true                                               | {\"anything\":[{}]}"
      })
  void fieldsThatMeetTheContractPass(String schema, String json) throws Exception {
    Contract.of(JSON.readTree(schema)).check(fields(json));
  }

  @Test
  void aSchemaThatNamesItsDialectIsAsExact() throws Exception {
    String schema =
        "{\"$schema\":\"%s\",\"$defs\":{\"x\":{\"multipleOf\":7}},\"properties\":{\"n\":{\"$ref\":\"#/$defs/x\"}}}"
            .formatted(Contract.DIALECT);

    assertThat(rejection(schema, "{\"n\":17740598792531945}"))
        .hasToString("contract.multipleOf /n");
  }

  @Test
  void ofSeveralFaultsTypesAreNamedThenPropertiesThenTheRestFromTheCheapestOn() throws Exception {
    String rest = "\"required\":[\"z\",\"y\"],\"maxProperties\":1";
    String types = "\"properties\":{\"b\":{\"type\":\"string\"},\"a\":{\"type\":\"string\"}}";
    String schema = "{" + rest + "," + types + "}";

    assertThat(rejection(schema, "{\"a\":1,\"b\":1}")).hasToString("contract.type /b");
    assertThat(rejection(schema, "{\"a\":\"x\",\"b\":\"x\"}")).hasToString("contract.required /z");
    assertThat(rejection(schema, "{\"z\":1,\"y\":1}")).hasToString("contract.maxProperties");
  }

  @Test
  void aFaultOfABranchIsNamedBeforeWhatComesAfter() throws Exception {
    String schema = "{\"unevaluatedProperties\":false,\"anyOf\":[{\"required\":[\"z\"]}]}";

    assertThat(rejection(schema, "{\"a\":1}")).hasToString("contract.required /z");
  }

  @Test
  void lengthsAreAskedBeforePatternsHoweverTheyAreWritten() throws Exception {
    String schema =
        "{\"properties\":{\"t\":{\"pattern\":\"^a\",\"maxLength\":2,\"enum\":[\"b\"]}}}";

    assertThat(rejection(schema, "{\"t\":\"xxx\"}")).hasToString("contract.maxLength /t");
    assertThat(rejection(schema, "{\"t\":\"x\"}")).hasToString("contract.enum /t");
    assertThat(rejection(schema, "{\"t\":\"b\"}")).hasToString("contract.pattern /t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\u00a0b", "a\u2003b", "a\uFEFFb", "a\u2029b"})
  void whiteSpaceIsThatOfEcma(String id) throws Exception {
    String pattern = "{\"pattern\":\"^\\\\S+$\"}";
    for (String schema :
        List.of(
            "{\"properties\":{\"id\":" + pattern + "}}",
            "{\"properties\":{\"id\":{\"allOf\":[" + pattern + "]}}}")) {
      assertThat(rejection(schema, "{\"id\":\"" + id + "\"}")).hasToString("contract.pattern /id");
      Contract.of(JSON.readTree(schema)).check(Map.of("id", "ab"));
    }
    assertThat(
            rejection(
                "{\"patternProperties\":{\"^\\\\S+$\":true},\"additionalProperties\":false}",
                "{\"" + id + "\":1}"))
        .hasToString("contract.additionalProperties /" + id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,2,1]             | false",
        "[1,1.0]             | false",
        "[1,true]            | true",
        "[0,false]           | true",
        "[\"1\",1]           | true",
        "[null,\"null\"]     | true",
        "[\"\",null]         | true",
        "[[1,2],[1,2]]       | false",
        "[[1,2],[12]]        | true",
        "[[[]],[],[[[]]]]    | true",
        "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1.0}] | false",
        "[{\"a\":1},{\"a\":\"1\"}] | true",
        "[{\"as1:\":1},{\"a\":1}] | true",
        "[1e30,1000000000000000000000000000000] | false"
      })
  void itemsAreUniqueIfNoTwoAreEqual(String items, boolean unique) throws Exception {
    Contract contract =
        Contract.of(JSON.readTree("{\"properties\":{\"l\":{\"uniqueItems\":true}}}"));
    Map<String, @Nullable Object> fields = fields("{\"l\":" + items + "}");

    if (unique) {
      contract.check(fields);
    } else {
      assertThatThrownBy(() -> contract.check(fields)).hasMessage("contract.uniqueItems /l");
    }
    Contract.of(JSON.readTree("{\"uniqueItems\":true}")).check(fields("{\"a\":1,\"b\":1}"));
  }

  @Test
  void aMillionFaultsCostNoMoreThanTheFirst() throws Exception {
    String ones = "1,".repeat(1_000_000) + "1";

    assertThat(
            rejection(
                "{\"properties\":{\"l\":{\"items\":{\"type\":\"string\"}}}}",
                "{\"l\":[" + ones + "]}"))
        .hasToString("contract.type /l/0");
  }

  @Test
  void aSchemaThatRefersToAnotherPlaceIsNeverFetched() {
    assertThatThrownBy(() -> Contract.of(JSON.readTree("{\"$ref\":\"http://localhost:1/a.json\"}")))
        .isInstanceOf(SchemaException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"strnig\"}                           | /type",
        "{\"properties\":{\"a\":{\"minimum\":\"x\"}}}    | /properties/a/minimum",
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"} | /$schema",
        "{\"$ref\":\"#/$defs/none\"}                     | /$ref",
        "{\"pattern\":\"(\"}                             | /pattern",
        "{\"properties\":{\"a\":{\"pattern\":\"[\"}}} | /properties/a/pattern",
        "[]                                              | ``"
      })
  void aSchemaThatIsNoneIsToldWithItsPlace(String schema, String pointer) throws Exception {
    assertThat(ContractCheck.problems(JSON.readTree(schema)))
        .first()
        .satisfies(problem -> assertThat(problem.pointer()).isEqualTo(pointer))
        .satisfies(problem -> assertThat(problem.message()).isNotBlank());
  }

  @Test
  void aGoodSchemaHasNoProblems() throws Exception {
    JsonNode schema =
        JSON.readTree(
            "{\"$schema\":\"" + Contract.DIALECT + "\",\"properties\":{\"a\":{\"minimum\":0.5}}}");

    assertThat(ContractCheck.problems(schema)).isEmpty();
  }

  private static Reason rejection(String schema, String json) throws JsonProcessingException {
    Contract contract = Contract.of(JSON.readTree(schema));
    return catchThrowableOfType(RejectedException.class, () -> contract.check(fields(json)))
        .reason();
  }

  private static Map<String, @Nullable Object> fields(String json) throws RejectedException {
    return new JsonDecoder().decode(json.getBytes(UTF_8));
  }
}
