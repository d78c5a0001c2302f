package io.windrow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the fast judge to the library: whatever the one is sure of, the other finds valid. */
class QuickContractPropertyTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "c", "d");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsCertainIsValid(
      @ForAll("schemas") Map<String, Object> schema,
      @ForAll("fields") List<Map<String, Object>> records) {
    JsonNode node = JSON.valueToTree(schema);
    Schema library =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
    QuickCheck quick = QuickContract.of(node);

    for (Map<String, Object> fields : records) {
      if (quick.certain(fields)) {
        assertThat(library.validate(EventNodes.of(fields))).as("%s by %s", fields, node).isEmpty();
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aContractAgreesWithTheLibraryThatCollectsEveryFault(
      @ForAll("schemas") Map<String, Object> schema,
      @ForAll("fields") List<Map<String, Object>> records) {
    JsonNode node = JSON.valueToTree(schema);
    Schema library =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
    Contract contract = Contract.of(node);

    for (Map<String, Object> fields : records) {
      assertThat(meets(contract, fields))
          .as("%s by %s", fields, node)
          .isEqualTo(library.validate(EventNodes.of(fields)).isEmpty());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void ofSchemasOfKnownKeywordsItIsSureOfAllThatIsValid(
      @ForAll("knownSchemas") Map<String, Object> schema,
      @ForAll("fields") List<Map<String, Object>> records) {
    JsonNode node = JSON.valueToTree(schema);
    Schema library =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
    QuickCheck quick = QuickContract.of(node);

    for (Map<String, Object> fields : records) {
      assertThat(quick.certain(fields))
          .as("%s by %s", fields, node)
          .isEqualTo(library.validate(EventNodes.of(fields)).isEmpty());
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void ofScalarsItIsSureOfAllThatIsValidAndOfNothingElse(
      @ForAll("scalarSchemas") Map<String, Object> schema, @ForAll("scalars") List<Object> values) {
    JsonNode node = JSON.valueToTree(schema);
    Schema library =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
    QuickCheck quick = QuickContract.of(node);

    for (Object value : values) {
      assertThat(quick.certain(value))
          .as("%s by %s", value, node)
          .isEqualTo(library.validate(EventNodes.of(value)).isEmpty());
    }
  }

  private static boolean meets(Contract contract, Map<String, Object> fields) {
    try {
      contract.check(fields);
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<List<Map<String, Object>>> fields() {
    return EventValues.fields(NAMES).list().ofSize(10);
  }

  @Provide
  Arbitrary<List<Object>> scalars() {
    return EventValues.scalars().list().ofSize(10);
  }

  @Provide
  Arbitrary<Map<String, Object>> scalarSchemas() {
    return new Schemas(NAMES).known(0);
  }

  @Provide
  Arbitrary<Map<String, Object>> schemas() {
    return new Schemas(NAMES).any(2);
  }

  @Provide
  Arbitrary<Map<String, Object>> knownSchemas() {
    return new Schemas(NAMES).known(2);
  }
}
