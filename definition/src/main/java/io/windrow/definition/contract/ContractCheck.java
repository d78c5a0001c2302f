package io.windrow.definition.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.windrow.contract.Contract;
import io.windrow.contract.Vocabulary.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The check, made once when a definition is read, that a contract is a JSON Schema of draft 2020-12
 * that stands alone, says what it seems to say, and can be asked in time linear in a record.
 */
public final class ContractCheck {
  private static final SchemaRegistryConfig ENGLISH =
      SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();

  private final Schema metaSchema =
      SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              registry -> registry.schemaRegistryConfig(ENGLISH))
          .getSchema(SchemaLocation.of(Contract.DIALECT));

  private ContractCheck() {}

  /**
   * What is wrong with a contract.
   *
   * @param pointer where, in the schema
   * @param ofKey whether the key there is meant, not its value
   * @param offset where, in the text that stands there
   */
  public record Problem(String pointer, String message, boolean ofKey, int offset) {

    Problem(String pointer, String message) {
      this(pointer, message, false, 0);
    }

    static Problem ofKey(String pointer, String message) {
      return new Problem(pointer, message, true, 0);
    }
  }

  /** All that is wrong with it; empty if {@link Contract#of} takes it. */
  public static List<Problem> problems(JsonNode contract) {
    return new ContractCheck().check(contract);
  }

  private List<Problem> check(JsonNode contract) {
    String dialect = contract.path("$schema").asText(Contract.DIALECT);
    if (!dialect.equals(Contract.DIALECT)) {
      return List.of(
          noSchema("/$schema", "found " + dialect + ", a contract is " + Contract.DIALECT));
    }
    List<Place> schemas = Subschemas.of(contract);
    List<Problem> problems =
        new ArrayList<>(
            new UnknownKeywords(schema -> metaSchema.validate(schema).isEmpty()).in(schemas));
    problems.addAll(byMetaSchema(contract, problems));
    problems.addAll(BrokenPatterns.in(schemas));
    problems.addAll(References.in(contract, schemas));
    problems.addAll(FarNumbers.in(contract));
    return problems.isEmpty() ? byTheLibrary(contract) : problems;
  }

  /** The faults that have not been told in better words. */
  private Set<Problem> byMetaSchema(JsonNode contract, List<Problem> told) {
    Set<String> places = told.stream().map(Problem::pointer).collect(Collectors.toSet());
    // vocabularies each find the same fault
    Set<Problem> problems = new LinkedHashSet<>();
    for (Error error : metaSchema.validate(contract)) {
      String place = error.getInstanceLocation().toString();
      if (!places.contains(place)) {
        problems.add(noSchema(place, error.getMessage()));
      }
    }
    return problems;
  }

  /** What else it does not take is seen only when it is compiled. */
  private static List<Problem> byTheLibrary(JsonNode contract) {
    try {
      Contract.of(contract);
      return List.of();
    } catch (SchemaException e) {
      return List.of(noSchema("", String.valueOf(e.getMessage())));
    }
  }

  private static Problem noSchema(String pointer, String message) {
    return new Problem(pointer, "not a JSON Schema 2020-12: " + message);
  }
}
