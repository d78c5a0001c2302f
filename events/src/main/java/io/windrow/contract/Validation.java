package io.windrow.contract;

import io.windrow.contract.EventReader.Unread;
import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.expression.RecordVariable;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline makes of one record: the events that it holds are found, and each is decoded,
 * meets the contract, tells its time, is cleaned, keeps the rules and is kept, in this order. The
 * first step that rejects it gives the reason.
 */
public final class Validation {
  /** The code of a record that code of Windrow's own failed on. */
  public static final String INTERNAL_ERROR = "internal.error";

  private final EventReader reader;
  private final TimeOf time;
  private final List<Map.Entry<String, Expression>> clean;
  private final List<Rule> rules;
  private final @Nullable Expression keep;
  private final boolean readsRecord;

  /** The validation of a pipeline of which no expression reads {@code record}. */
  public Validation(
      EventReader reader,
      TimeOf time,
      Map<String, Expression> clean,
      List<Rule> rules,
      @Nullable Expression keep) {
    this(reader, time, clean, rules, keep, false);
  }

  /**
   * The validation of a pipeline.
   *
   * @param clean top-level fields to their new values, set in this order, each seeing those before
   * @param keep null to keep every event
   * @param readsRecord whether an expression of the pipeline reads {@code record}
   */
  public Validation(
      EventReader reader,
      TimeOf time,
      Map<String, Expression> clean,
      List<Rule> rules,
      @Nullable Expression keep,
      boolean readsRecord) {
    this.reader = reader;
    this.readsRecord = readsRecord;
    this.time = time;
    this.clean = clean.entrySet().stream().map(Map.Entry::copyOf).toList();
    this.rules = List.copyOf(rules);
    this.keep = keep;
  }

  /**
   * The judgements of a record's events in order, whatever its bytes are: one of the record itself,
   * if it holds none or can't be read.
   *
   * <p>What fails unforeseen, a fault of ours or a recursion too deep for the stack, rejects the
   * one event with {@code internal.error} and never holds up its shard. The judgement says what was
   * thrown and where.
   */
  public List<Judged> judge(StreamRecord record) {
    List<Unread> events;
    try {
      events = reader.events(record);
    } catch (RejectedException | RuntimeException | StackOverflowError e) {
      return List.of(new Judged(record, Judgement.Rejected.of(e)));
    }
    if (events.isEmpty()) {
      return List.of(new Judged(record, new Judgement.NoEvent()));
    }
    if (events.size() == 1) {
      return List.of(judge(events.get(0)));
    }
    List<Judged> judged = new ArrayList<>(events.size());
    events.forEach(event -> judged.add(judge(event)));
    return judged;
  }

  private Judged judge(Unread event) {
    try {
      return new Judged(event.record(), judgeOrReject(event));
    } catch (RejectedException | RuntimeException | StackOverflowError e) {
      return new Judged(event.record(), Judgement.Rejected.of(e));
    }
  }

  private Judgement judgeOrReject(Unread unread) throws RejectedException {
    Map<String, @Nullable Object> fields = unread.fields().read();
    long happened = time.of(fields, unread.record().arrival());
    if (readsRecord) {
      fields.put(RecordVariable.KEY, RecordVariable.of(unread.record()));
    }
    setCleaned(fields);
    checkRules(fields);
    Event event = new Event(fields, happened);
    return isKept(fields) ? new Judgement.Candidate(event) : new Judgement.Filtered(event);
  }

  private void setCleaned(Map<String, @Nullable Object> fields) throws RejectedException {
    for (Map.Entry<String, Expression> cleaned : clean) {
      try {
        fields.put(cleaned.getKey(), cleaned.getValue().evaluate(fields));
      } catch (AbsentFieldException e) {
        // what there is nothing to make it from stays as it is
      } catch (ExpressionException e) {
        throw RejectedException.of(
            Reason.of("clean." + cleaned.getKey()), "", cleaned.getValue(), e);
      }
    }
  }

  private void checkRules(Map<String, @Nullable Object> fields) throws RejectedException {
    for (Rule rule : rules) {
      checkRule(rule, fields);
    }
  }

  private static void checkRule(Rule rule, Map<String, @Nullable Object> fields)
      throws RejectedException {
    try {
      if (!Boolean.TRUE.equals(rule.require().evaluate(fields))) {
        throw new RejectedException(reason(rule).with("", rule.require().text(), "is false"));
      }
    } catch (ExpressionException e) {
      throw RejectedException.of(reason(rule), "", rule.require(), e);
    }
  }

  private static Reason reason(Rule rule) {
    return Reason.of("rule." + rule.name());
  }

  private boolean isKept(Map<String, @Nullable Object> fields) throws RejectedException {
    if (keep == null) {
      return true;
    }
    try {
      return Boolean.TRUE.equals(keep.evaluate(fields));
    } catch (AbsentFieldException e) {
      return false;
    } catch (ExpressionException e) {
      throw RejectedException.of(Reason.of("keep.failed"), "", keep, e);
    }
  }
}
