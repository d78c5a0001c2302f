package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.DynamicRefValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.MultipleOfValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/**
 * Draft 2020-12 as the library has it, but for {@code multipleOf}, which it works out in doubles,
 * and for what takes it more than linear time.
 */
final class ContractDialect {
  static final Dialect LINEAR =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new Ours(KeywordType.MULTIPLE_OF, ExactMultipleOf::new))
          .keyword(new Ours(KeywordType.UNIQUE_ITEMS, LinearUniqueItems::new))
          .keyword(new Ours(KeywordType.REF, RefAskedOnce::new))
          .keyword(new Ours(KeywordType.DYNAMIC_REF, DynamicRefAskedOnce::new))
          .build();

  private ContractDialect() {}

  @FunctionalInterface
  private interface Maker {
    KeywordValidator make(
        SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context);
  }

  private record Ours(KeywordType type, Maker maker) implements Keyword {
    @Override
    public String getValue() {
      return type.getValue();
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
      return maker.make(location, argument, parent, context);
    }
  }

  private static final class ExactMultipleOf extends MultipleOfValidator {
    ExactMultipleOf(
        SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
      super(location, argument, parent, context);
    }

    @Override
    protected BigDecimal getDivisor(JsonNode argument) {
      return argument.decimalValue();
    }

    @Override
    protected BigDecimal getDividend(JsonNode value) {
      return value.isNumber() ? value.decimalValue() : super.getDividend(value);
    }
  }

  private static final class LinearUniqueItems extends BaseKeywordValidator {
    LinearUniqueItems(
        SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
      super(KeywordType.UNIQUE_ITEMS, argument, location, parent, context);
    }

    @Override
    public void validate(ExecutionContext asking, JsonNode value, JsonNode root, NodePath place) {
      if (!value.isArray() || !schemaNode.booleanValue()) {
        return;
      }
      Set<String> seen = new HashSet<>();
      for (JsonNode item : value) {
        if (!seen.add(CanonicalText.of(item))) {
          asking.addError(
              error()
                  .instanceNode(value)
                  .instanceLocation(place)
                  .evaluationPath(asking.getEvaluationPath())
                  .build());
          return;
        }
      }
    }
  }

  private static final class RefAskedOnce extends RefValidator {
    RefAskedOnce(SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
      super(location, argument, parent, context);
    }

    @Override
    public void validate(ExecutionContext asking, JsonNode value, JsonNode root, NodePath place) {
      boolean noted =
          hasUnevaluatedPropertiesInEvaluationPath(asking)
              || hasUnevaluatedItemsInEvaluationPath(asking);
      ((Asking) asking)
          .askOnce(
              getSchemaRef().getSchema(),
              value,
              place,
              noted,
              () -> super.validate(asking, value, root, place));
    }
  }

  private static final class DynamicRefAskedOnce extends DynamicRefValidator {
    DynamicRefAskedOnce(
        SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
      super(location, argument, parent, context);
    }

    @Override
    public void validate(ExecutionContext asking, JsonNode value, JsonNode root, NodePath place) {
      boolean noted =
          hasUnevaluatedPropertiesInEvaluationPath(asking)
              || hasUnevaluatedItemsInEvaluationPath(asking);
      ((Asking) asking)
          .askOnce(
              getSchemaRef(asking).getSchema(),
              value,
              place,
              noted,
              () -> super.validate(asking, value, root, place));
    }
  }
}
