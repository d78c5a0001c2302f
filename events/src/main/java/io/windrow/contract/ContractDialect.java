package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.MultipleOfValidator;
import java.math.BigDecimal;

/**
 * Draft 2020-12 as the library has it, but for {@code multipleOf}, which it works out in doubles.
 */
final class ContractDialect {
  static final Dialect EXACT =
      Dialect.builder(Dialects.getDraft202012()).keyword(new MultipleOf()).build();

  private ContractDialect() {}

  private record MultipleOf() implements Keyword {
    @Override
    public String getValue() {
      return KeywordType.MULTIPLE_OF.getValue();
    }

    @Override
    public KeywordValidator newValidator(
        SchemaLocation location, JsonNode argument, Schema parent, SchemaContext context) {
      return new ExactMultipleOf(location, argument, parent, context);
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
}
