package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.windrow.contract.pattern.EcmaPattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a record must be: a JSON Schema, draft 2020-12.
 *
 * <p>Fields that the fast judge is sure of have met it; about all others the library decides. A
 * rejection is {@code contract.} and the keyword, with the place of the value, or of the property
 * that is missing or not allowed. Of several faults it names the one that is met first: at each
 * place the library asks for {@code type}, then {@code properties} and {@code patternProperties},
 * then for the rest from the cheapest keyword on, in the order of {@link Vocabulary}. To collect
 * them all would cost seconds and a gigabyte on a hostile record. {@code format} asserts nothing,
 * as 2020-12 has it.
 *
 * <p>Whatever a record holds, it is asked in time linear in its size: patterns by {@link
 * EcmaPattern}, references as {@link Asking} says, {@code uniqueItems} as {@link CanonicalText}.
 */
public final class Contract {
  /** The dialect of contracts. */
  public static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();

  private static final SchemaRegistryConfig LINEAR_PATTERNS =
      SchemaRegistryConfig.builder()
          .regularExpressionFactory(pattern -> EcmaPattern.of(pattern)::isFoundIn)
          .build();

  private final Schema schema;
  private final QuickCheck quick;

  private Contract(Schema schema, QuickCheck quick) {
    this.schema = schema;
    this.quick = quick;
  }

  /**
   * The contract of a schema.
   *
   * @param schema read with decimals, not doubles
   * @throws RuntimeException when it is not one; the check of definitions says where
   */
  public static Contract of(JsonNode schema) {
    return new Contract(compile(schema), QuickContract.of(schema));
  }

  /** The schema as the library asks by it. */
  static Schema compile(JsonNode schema) {
    Schema library =
        SchemaRegistry.withDialect(
                ContractDialect.LINEAR, registry -> registry.schemaRegistryConfig(LINEAR_PATTERNS))
            .getSchema(EventNodes.ofSchema(schema));
    library.initializeValidators();
    return library;
  }

  /** Rejects fields that do not meet the contract. */
  public void check(Map<String, ? extends @Nullable Object> fields) throws RejectedException {
    if (!quick.certain(fields)) {
      checkByLibrary(fields);
    }
  }

  private void checkByLibrary(Map<String, ? extends @Nullable Object> fields)
      throws RejectedException {
    Error fault = new Asking().firstFault(schema, EventNodes.of(fields));
    if (fault != null) {
      throw new RejectedException(new Reason("contract." + keyword(fault), place(fault)));
    }
  }

  /**
   * Where nothing matches, the library says {@code minContains}, whether the schema does or not.
   */
  private static String keyword(Error error) {
    boolean noneMatches =
        error.getKeyword().equals("minContains") && error.getArguments()[0].equals("1");
    return noneMatches ? "contains" : error.getKeyword();
  }

  private static String place(Error error) {
    Pointers at = null;
    NodePath path = error.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      at = new Pointers(at, path.getElement(i));
    }
    if (error.getProperty() != null) {
      at = new Pointers(at, error.getProperty());
    } else if (error.getIndex() != null) {
      at = new Pointers(at, error.getIndex());
    }
    return Pointers.write(at);
  }
}
