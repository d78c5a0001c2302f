package io.windrow.definition.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.definition.contract.ContractCheck.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contracts that don't ask for what they seem to ask for. In the schemas, ' stands for a quotation
 * mark.
 */
class ContractCheckTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'requird':['a']}                       | /requird | did you mean 'required'?",
        "{'properties':{'a':{'minimun':1}}}      | /properties/a/minimun | did you mean 'minimum'?",
        "{'propertes':{'a':{}}}                  | /propertes | did you mean 'properties'?",
        "{'additionalproperties':false}          | /additionalproperties | 'additionalProperties'?",
        "{'$defs':{'x':{'maxlength':1}}}         | /$defs/x/maxlength | did you mean 'maxLength'?",
        "{'ref':'#'}                             | /ref | did you mean '$ref'?",
        "{'id':'http://x/y'}                     | /id | did you mean '$id'?",
        "{'items':{'not':{'typ':'null'}}}        | /items/not/typ | did you mean 'type'?",
        "{'not':{'$ref':'#/x-y/a'},'x-y':{'a':{'patern':'b'}}} | /x-y/a/patern | 'pattern'?",
        "{'dependencies':{'a':['b']}}            | /dependencies | dependentRequired",
        "{'additionalItems':false}               | /additionalItems | prefixItems",
        "{'exclusiveMinimum':true,'minimum':5}   | /exclusiveMinimum | \"exclusiveMinimum\": 5"
            + " without",
        "{'exclusiveMaximum':true}               | /exclusiveMaximum | \"exclusiveMaximum\": …",
        "{'properties':{'a':{'required':true}}}  | /properties/a/required | schema of the object",
        "{'properties':{'a':{'nullable':true}}}  | /properties/a/nullable | [\"…\", \"null\"]",
        "{'items':[{}]}                          | /items | prefixItems",
        "{'divisibleBy':2}                       | /divisibleBy | multipleOf",
        "{'properties':{'a':{'$id':'b'}}}        | /properties/a/$id | leave it out",
        "{'allOf':[{'$ref':'#'}]}                | /allOf/0 | leads back to itself",
        "{'$dynamicAnchor':'a','not':{'$dynamicRef':'#a'}} | /not | leads back to itself",
        "{'$dynamicRef':'other.json'}            | /$dynamicRef | within the contract",
        "{'$ref':'#nowhere'}                     | /$ref | not there",
        "{'minimum':1e99999999}                  | /minimum | digits",
        "{'enum':[1e-99999999]}                  | /enum/0 | digits",
        "{'pattern':'^(?!a)'}                    | /pattern | look-around",
        "{'patternProperties':{'(?i)a':{}}}      | /patternProperties/(?i)a | flags inside"
      })
  void isToldWithItsPlace(String schema, String pointer, String message) throws Exception {
    List<Problem> problems = ContractCheck.problems(json(schema));

    assertThat(problems).extracting(Problem::pointer).containsExactly(pointer);
    assertThat(problems.get(0).message()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'x-owner':'a','unit':'ms','example':[1],'note':'text','nullable':false}",
        "{'definitions':{'a':{'type':'null'}},'$ref':'#/definitions/a'}",
        "{'properties':{'requird':{},'pattern':{'type':'string'},'$ref':{'type':'string'}}}",
        "{'const':{'pattern':'(','requird':[],'$ref':'x'},'default':{'$ref':'z'}}",
        "{'properties':{'a':{'$ref':'#'}},'anyOf':[{'items':{'$ref':'#'}}]}",
        "{'$anchor':'a','items':{'$ref':'#a'}}"
      })
  void wordsOfOthersAndMereValuesAreNoProblem(String schema) throws Exception {
    assertThat(ContractCheck.problems(json(schema))).isEmpty();
  }

  private static JsonNode json(String schema) throws JsonProcessingException {
    return JSON.readTree(schema.replace('\'', '"'));
  }
}
