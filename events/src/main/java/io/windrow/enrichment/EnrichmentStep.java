package io.windrow.enrichment;

import io.windrow.contract.Fault;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.contract.RejectedException;
import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.record.Event;
import io.windrow.record.FieldMap;
import io.windrow.record.FieldPath;
import io.windrow.record.Scalars;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look-up of a pipeline: which field of an event is the key of which table, and what is taken
 * from the row.
 *
 * @param table its name in the definition
 * @param key an event whose key is absent, null, or no scalar is one whose key has no row
 * @param take columns that become top-level fields. After the step they are the table's or absent,
 *     never what a producer sent under their name
 */
public record EnrichmentStep(
    String table, Expression key, List<String> take, Missing missing, ReferenceData data) {
  public EnrichmentStep {
    take = List.copyOf(take);
  }

  /** What identifies the event's row, in the form that equal values share; null if nothing does. */
  @Nullable Object keyOf(Event event) {
    try {
      Object value = key.evaluate(event.fields());
      return value instanceof Map || value instanceof List ? null : Scalars.canonical(value);
    } catch (ExpressionException e) {
      return null;
    }
  }

  /** The place of the key in the payload, if the key is a field of it. */
  private String pointer() {
    return key.fieldPath().map(FieldPath::pointer).orElse("");
  }

  /**
   * The event with what is taken from its row, if it has one.
   *
   * @param key what {@link #keyOf} made of the event
   */
  Judgement enrich(Event event, @Nullable Object key, Answers answers) {
    Fault fault = key == null ? null : answers.failed().get(key);
    if (fault != null) {
      Reason reason = new Reason("enrich.failed", pointer());
      return new Judgement.Rejected(with(reason, "the look-up failed"), fault);
    }
    Map<String, @Nullable Object> row = key == null ? null : answers.rows().get(key);
    if (row == null && missing == Missing.QUARANTINE) {
      return missing(event, key);
    }
    return new Judgement.Candidate(new Event(taken(event, row), event.time()));
  }

  private Judgement missing(Event event, @Nullable Object identified) {
    Reason reason = new Reason("enrich.missing", pointer());
    if (identified != null) {
      return new Judgement.Rejected(with(reason, "no row has this key"));
    }
    try {
      Object value = key.evaluate(event.fields());
      String problem = value == null ? "the key is null" : "an object or a list is no key";
      return new Judgement.Rejected(with(reason, problem));
    } catch (ExpressionException e) {
      return Judgement.Rejected.of(RejectedException.of(reason, where(), key, e));
    }
  }

  private Reason with(Reason reason, String problem) {
    return reason.with(where(), key.text(), problem);
  }

  private String where() {
    return "table " + table;
  }

  private Map<String, @Nullable Object> taken(
      Event event, @Nullable Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> fields = FieldMap.copyOf(event.fields(), take.size());
    for (String column : take) {
      if (row != null && row.containsKey(column)) {
        fields.put(column, row.get(column));
      } else {
        fields.remove(column);
      }
    }
    return fields;
  }
}
