package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.windrow.aggregate.Aggregates;
import io.windrow.contract.EventTime.Unit;
import io.windrow.plan.NameForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the JSON Schema, which editors use, and the reader together. */
class PipelineSchemaTest {
  private static final JsonNode SCHEMA = schema();

  @Test
  void itIsAJsonSchemaItself() {
    Schema form =
        registry().getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(form.validate(SCHEMA)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void itHasTheKeysThatTheReaderReads(Section section) {
    JsonNode properties = definition(section.name().toLowerCase(Locale.ROOT)).path("properties");

    assertThat(names(properties)).containsExactlyInAnyOrderElementsOf(section.keys());
  }

  @Test
  void itHasTheFormsAndWordsThatTheReaderReads() {
    assertThat(pattern("name")).isEqualTo("^" + NameForm.RESOURCE.pattern() + "$");
    assertThat(pattern("field")).isEqualTo("^" + NameForm.FIELD.pattern() + "$");
    assertThat(pattern("identifier")).isEqualTo("^" + NameForm.IDENTIFIER.pattern() + "$");
    assertThat(pattern("duration")).isEqualTo(Durations.PATTERN);
    assertThat(definition("windowSpan").at("/then/pattern").asText())
        .isEqualTo(WindowSpan.CALENDAR_PATTERN);
    assertThat(words(definition("window").at("/properties/start/enum")))
        .isEqualTo(PaneSection.WEEKDAYS);
    assertThat(pattern("path")).isEqualTo(SiblingPath.PATTERN);
    assertThat(words(definition("unit").path("enum"))).isEqualTo(Unit.texts());
    assertThat(words(definition("enrich").at("/properties/missing/enum")))
        .isEqualTo(EnrichSection.MISSING);
    assertThat(words(definition("view").at("/properties/compute/propertyNames/allOf/1/not/enum")))
        .containsExactlyInAnyOrderElementsOf(ViewSection.RESERVED);
    assertThat(definition("aggregate").path("description").asText()).contains(Aggregates.names());
  }

  @ParameterizedTest
  @FieldSource("io.windrow.definition.Examples#ALL")
  void itAcceptsWhatTheReaderAccepts(String yaml) {
    assertThat(errors(yaml)).isEmpty();
    assertThat(AdClicks.read(yaml)).isNotNull();
  }

  @ParameterizedTest
  @FieldSource("io.windrow.definition.BadDefinitionsTest#SEEN_BY_THE_SCHEMA")
  void itRefusesWhatTheReaderRefuses(BadDefinitionsTest.Bad bad) {
    assertThat(errors(bad.yaml())).isNotEmpty();
  }

  /**
   * An editor guesses the branch of a union that somebody means, and often guesses wrong; if and
   * then decide by what is there.
   */
  @Test
  void itHasNoUnionsOfWhichAnEditorMustGuessOne() {
    assertThat(SCHEMA.findValues("anyOf")).isEmpty();
    assertThat(SCHEMA.findValues("oneOf")).isEmpty();
  }

  @Test
  void whatMayNotBeAndWhatHasAPatternSaysWhatIsExpected() {
    assertThat(SCHEMA.findParents("pattern"))
        .filteredOn(part -> part.path("pattern").isTextual() && !isCondition(part))
        .filteredOn(part -> !part.equals(definition("field")))
        .allSatisfy(part -> assertThat(part.path("errorMessage").asText()).startsWith("Expected"));
    assertThat(SCHEMA.findParents("not"))
        .filteredOn(part -> !isCondition(part))
        .allSatisfy(part -> assertThat(part.path("errorMessage").asText()).isNotEmpty());
  }

  private static boolean isCondition(JsonNode part) {
    return SCHEMA.findValues("if").contains(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "window: { tumbling: 10s, grace: 60s } # window: { hopping: 10s }"
            + " # /views/0/window: required property 'slide' not found",
        "window: { tumbling: 10s, grace: 60s } # window: { tumbling: 10s, slide: 1s }"
            + " # /views/0/window/slide: schema for 'slide' is false",
        "window: { tumbling: 10s, grace: 60s } # window: { session: 10s, zone: UTC }"
            + " # /views/0/window/zone: schema for 'zone' is false",
        "window: { tumbling: 10s, grace: 60s } # window: { tumbling: 10 }"
            + " # /views/0/window/tumbling: integer found, string expected",
        "window: { tumbling: 10s, grace: 60s } # window: { tumbling: 1.5w }"
            + " # /views/0/window/tumbling: does not match the regex pattern"
            + " ^([1-9][0-9]{0,3})(w|mo)$",
        "field: event_time, unit: millis # field: event_time"
            + " # /time: required property 'unit' not found",
        "unit: millis # unit: [millis, second]"
            + " # /time/unit/1: does not have a value in the enumeration"
            + " [\"millis\", \"seconds\", \"micros\", \"nanos\", \"iso8601\"]",
        "source: { kinesis: # source: { stream: arn:aws:kinesis:eu-west-1:123456789012:stream/a, kinesis:"
            + " # /source/stream: schema for 'stream' is false",
        "table: ads, key # plugin: ads, table: ads, key"
            + " # /enrich/0/table: schema for 'table' is false",
        "table: ads, key # key # /enrich/0: required property 'table' not found",
        "by: [campaign_id] # by: [{ a: x, b: y }]"
            + " # /views/0/by/0: must have at most 1 properties",
      })
  void itsErrorsPointToWhatIsMeant(String taken, String put, String first) {
    assertThat(AdClicks.YAML).contains(taken);

    assertThat(errors(AdClicks.YAML.replace(taken, put)))
        .extracting(Error::toString)
        .first()
        .isEqualTo(first);
  }

  private static List<Error> errors(String yaml) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return registry().getSchema(SCHEMA).validate(new ObjectMapper().valueToTree(loaded));
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  private static JsonNode definition(String name) {
    return SCHEMA.path("$defs").path(name);
  }

  private static String pattern(String name) {
    return definition(name).path("pattern").asText();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static JsonNode schema() {
    try (InputStream in = PipelineSchemaTest.class.getResourceAsStream("pipeline.schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
