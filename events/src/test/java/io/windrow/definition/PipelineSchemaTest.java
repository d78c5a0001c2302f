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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(pattern("name")).isEqualTo("^" + Names.RESOURCE.pattern() + "$");
    assertThat(pattern("field")).isEqualTo("^" + Names.FIELD.pattern() + "$");
    assertThat(pattern("identifier")).isEqualTo("^" + Names.IDENTIFIER.pattern() + "$");
    assertThat(pattern("duration")).isEqualTo(Durations.PATTERN);
    assertThat(definition("windowSpan").at("/anyOf/1/pattern").asText())
        .isEqualTo(WindowSpan.CALENDAR_PATTERN);
    assertThat(words(definition("window").at("/properties/start/enum")))
        .isEqualTo(PaneSection.WEEKDAYS);
    assertThat(pattern("path")).isEqualTo(SiblingPath.PATTERN);
    assertThat(words(definition("unit").path("enum"))).isEqualTo(Units.texts());
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
