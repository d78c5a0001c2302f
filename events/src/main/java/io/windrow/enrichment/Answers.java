package io.windrow.enrichment;

import io.windrow.expression.ExpressionException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of the keys of a batch.
 *
 * @param rows of the keys that have one
 * @param failed the keys that have no answer
 */
record Answers(Map<Object, Map<String, @Nullable Object>> rows, Set<Object> failed) {

  static Answers of(ReferenceData table, Set<Object> keys) {
    if (keys.isEmpty()) {
      return new Answers(Map.of(), Set.of());
    }
    try {
      return new Answers(table.rows(keys), Set.of());
    } catch (ExpressionException e) {
      return oneByOne(table, keys);
    }
  }

  private static Answers oneByOne(ReferenceData table, Set<Object> keys) {
    Answers answers = new Answers(new HashMap<>(), new HashSet<>());
    for (Object key : keys) {
      try {
        answers.rows.putAll(table.rows(Set.of(key)));
      } catch (ExpressionException e) {
        answers.failed.add(key);
      }
    }
    return answers;
  }
}
