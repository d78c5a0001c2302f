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
    ByLibrary library = ByLibrary.of(schema);
    QuickCheck quick = QuickContract.of(library.schema);

    for (Map<String, Object> fields : records) {
      if (quick.certain(fields)) {
        assertThat(library.isValid(fields)).as("%s by %s", fields, library.schema).isTrue();
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aContractAgreesWithTheLibraryThatCollectsEveryFault(
      @ForAll("schemas") Map<String, Object> schema,
      @ForAll("fields") List<Map<String, Object>> records) {
    ByLibrary library = ByLibrary.of(schema);
    Contract contract = Contract.of(library.schema);

    for (Map<String, Object> fields : records) {
      assertThat(meets(contract, fields))
          .as("%s by %s", fields, library.schema)
          .isEqualTo(library.isValid(fields));
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void ofSchemasOfKnownKeywordsItIsSureOfAllThatIsValid(
      @ForAll("knownSchemas") Map<String, Object> schema,
      @ForAll("fields") List<Map<String, Object>> records) {
    ByLibrary library = ByLibrary.of(schema);
    QuickCheck quick = QuickContract.of(library.schema);

    for (Map<String, Object> fields : records) {
      assertThat(quick.certain(fields))
          .as("%s by %s", fields, library.schema)
          .isEqualTo(library.isValid(fields));
    }
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void ofScalarsItIsSureOfAllThatIsValidAndOfNothingElse(
      @ForAll("scalarSchemas") Map<String, Object> schema, @ForAll("scalars") List<Object> values) {
    ByLibrary library = ByLibrary.of(schema);
    QuickCheck quick = QuickContract.of(library.schema);

    for (Object value : values) {
      assertThat(quick.certain(value))
          .as("%s by %s", value, library.schema)
          .isEqualTo(library.isValid(value));
    }
  }

  /** A schema as the library judges by it, which collects every fault. */
  private record ByLibrary(JsonNode schema, Schema judge) {
    static ByLibrary of(Map<String, Object> schema) {
      JsonNode node = JSON.valueToTree(schema);
      return new ByLibrary(
          node,
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node));
    }

    boolean isValid(Object value) {
      return judge.validate(EventNodes.of(value)).isEmpty();
    }
  }

  private static boolean meets(Contract contract, Map<String, Object> fields) {
    try {
      contract.check(fields);
      return true;
    } catch (RejectedException e) {
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
