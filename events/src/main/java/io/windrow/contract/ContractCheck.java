package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The check that a contract is a JSON Schema of draft 2020-12, made once when a definition is read.
 */
public final class ContractCheck {
  private static final SchemaRegistryConfig ENGLISH =
      SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();

  private ContractCheck() {}

  /**
   * What is wrong with a contract.
   *
   * @param pointer where, in the schema
   */
  public record Problem(String pointer, String message) {}

  /** All that is wrong with it; empty if {@link Contract#of} takes it. */
  public static List<Problem> problems(JsonNode schema) {
    List<Problem> ofForm = ofForm(schema);
    return ofForm.isEmpty() ? byTheLibrary(schema) : ofForm;
  }

  /** What is wrong with it but for where its references lead, to which nothing is followed. */
  public static List<Problem> ofForm(JsonNode schema) {
    String dialect = schema.path("$schema").asText(Contract.DIALECT);
    if (!dialect.equals(Contract.DIALECT)) {
      return List.of(
          new Problem("/$schema", "found " + dialect + ", a contract is " + Contract.DIALECT));
    }
    List<Problem> problems = new ArrayList<>(byMetaSchema(schema));
    problems.addAll(BrokenPatterns.in(schema));
    return problems;
  }

  private static Set<Problem> byMetaSchema(JsonNode schema) {
    Schema metaSchema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(ENGLISH))
            .getSchema(SchemaLocation.of(Contract.DIALECT));
    // vocabularies each find the same fault
    Set<Problem> problems = new LinkedHashSet<>();
    metaSchema
        .validate(schema)
        .forEach(
            error ->
                problems.add(
                    new Problem(error.getInstanceLocation().toString(), error.getMessage())));
    return problems;
  }

  /** References that lead nowhere are seen only when it is compiled. */
  private static List<Problem> byTheLibrary(JsonNode schema) {
    try {
      Contract.of(schema);
      return List.of();
    } catch (SchemaException e) {
      return List.of(new Problem("", String.valueOf(e.getMessage())));
    }
  }
}
