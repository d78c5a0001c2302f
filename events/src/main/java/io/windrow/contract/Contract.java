package io.windrow.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a record must be: a JSON Schema, draft 2020-12.
 *
 * <p>Fields that the fast judge is sure of have met it; about all others the library decides. A
 * rejection is {@code contract.} and the keyword, with the place of the value, or of the property
 * that is missing or not allowed. Of several faults it names the one that the library meets first:
 * at each place it asks for {@code type}, then {@code properties}, then the rest in the order in
 * which the schema is written. To collect them all would cost seconds and a gigabyte on a hostile
 * record. {@code format} asserts nothing, as 2020-12 has it.
 */
public final class Contract {
  /** The dialect of contracts. */
  public static final String DIALECT = SpecificationVersion.DRAFT_2020_12.getDialectId();

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
   * @throws com.networknt.schema.SchemaException when it is not one; {@link ContractCheck} says
   *     where
   */
  public static Contract of(JsonNode schema) {
    Schema library =
        SchemaRegistry.withDialect(ContractDialect.EXACT).getSchema(EventNodes.ofSchema(schema));
    library.initializeValidators();
    return new Contract(library, QuickContract.of(schema));
  }

  /** Rejects fields that do not meet the contract. */
  public void check(Map<String, ? extends @Nullable Object> fields) throws RejectedException {
    if (!quick.certain(fields)) {
      checkByLibrary(fields);
    }
  }

  private void checkByLibrary(Map<String, ? extends @Nullable Object> fields)
      throws RejectedException {
    List<Error> errors = schema.validate(EventNodes.of(fields), Contract::stopAtFirst);
    if (!errors.isEmpty()) {
      Error first = errors.get(0);
      throw new RejectedException(new Reason("contract." + keyword(first), place(first)));
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

  private static void stopAtFirst(ExecutionContext context) {
    context.executionConfig(config -> config.failFast(true));
  }

  private static String place(Error error) {
    JsonPointer pointer = JsonPointer.empty();
    NodePath path = error.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer =
          path.getElement(i) instanceof Integer index
              ? pointer.appendIndex(index)
              : pointer.appendProperty(path.getName(i));
    }
    if (error.getProperty() != null) {
      pointer = pointer.appendProperty(error.getProperty());
    } else if (error.getIndex() != null) {
      pointer = pointer.appendIndex(error.getIndex());
    }
    return pointer.toString();
  }
}
