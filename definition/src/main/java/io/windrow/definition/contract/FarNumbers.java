package io.windrow.definition.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.Vocabulary;
import io.windrow.definition.contract.ContractCheck.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The search for numbers of a contract that are so great or so small that to reckon with their
 * digits would take long.
 */
final class FarNumbers {
  private static final int MOST_DIGITS = 1_000;

  private final List<Problem> found = new ArrayList<>();

  private FarNumbers() {}

  static List<Problem> in(JsonNode contract) {
    FarNumbers numbers = new FarNumbers();
    numbers.search(contract, "");
    return numbers.found;
  }

  private void search(JsonNode part, String pointer) {
    if (part.isNumber() && isFar(part.decimalValue())) {
      found.add(
          new Problem(
              pointer,
              "the number %s, expected one of at most %d digits before and after the point"
                  .formatted(part.decimalValue(), MOST_DIGITS)));
    }
    part.properties()
        .forEach(field -> search(field.getValue(), Vocabulary.plus(pointer, field.getKey())));
    for (int i = 0; part.isArray() && i < part.size(); i++) {
      search(part.get(i), pointer + "/" + i);
    }
  }

  private static boolean isFar(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_DIGITS;
  }
}
