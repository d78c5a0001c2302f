package io.windrow.enrichment;

import io.windrow.contract.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of the keys of a batch.
 *
 * @param rows of the keys that have one
 * @param failed why the keys have no answer that have none
 */
record Answers(Map<Object, Map<String, @Nullable Object>> rows, Map<Object, Fault> failed) {

  static Answers of(ReferenceData table, Set<Object> keys) {
    if (keys.isEmpty()) {
      return new Answers(Map.of(), Map.of());
    }
    try {
      return new Answers(table.rows(keys), Map.of());
    } catch (NoAnswerException e) {
      return oneByOne(table, keys);
    }
  }

  private static Answers oneByOne(ReferenceData table, Set<Object> keys) {
    Answers answers = new Answers(new HashMap<>(), new HashMap<>());
    for (Object key : keys) {
      try {
        answers.rows.putAll(table.rows(Set.of(key)));
      } catch (NoAnswerException e) {
        answers.failed.put(key, fault(e));
      }
    }
    return answers;
  }

  private static Fault fault(NoAnswerException e) {
    Throwable thrown = e.getCause();
    return Fault.of(thrown == null ? e : thrown);
  }
}
