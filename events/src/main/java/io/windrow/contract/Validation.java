package io.windrow.contract;

import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.expression.RecordVariable;
import io.windrow.expression.TooManyStepsException;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline makes of one record: it is decoded, meets the contract, tells its time, is
 * cleaned, keeps the rules and is kept, in this order. The first step that rejects it gives the
 * reason.
 */
public final class Validation {
  /** The code of a record that code of Windrow's own failed on. */
  public static final String INTERNAL_ERROR = "internal.error";

  private final RecordReader reader;
  private final TimeOf time;
  private final List<Map.Entry<String, Expression>> clean;
  private final List<Rule> rules;
  private final @Nullable Expression keep;
  private final boolean readsRecord;

  /** The validation of a pipeline of which no expression reads {@code record}. */
  public Validation(
      RecordReader reader,
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
      RecordReader reader,
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
   * The judgement of a record, whatever its bytes are.
   *
   * <p>What fails unforeseen, a fault of ours or a recursion too deep for the stack, rejects the
   * one record with {@code internal.error} and never holds up its shard. The judgement says what
   * was thrown and where.
   */
  public Judgement judge(StreamRecord record) {
    try {
      return judgeOrReject(record);
    } catch (RejectedException e) {
      Throwable fault = e.getCause();
      return new Judgement.Rejected(e.reason(), fault == null ? null : Fault.of(fault));
    } catch (RuntimeException | StackOverflowError e) {
      return new Judgement.Rejected(Reason.of(INTERNAL_ERROR), Fault.of(e));
    }
  }

  private Judgement judgeOrReject(StreamRecord record) throws RejectedException {
    Map<String, @Nullable Object> fields = reader.read(record.data());
    long happened = time.of(fields, record.arrival());
    if (readsRecord) {
      fields.put(RecordVariable.KEY, RecordVariable.of(record));
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
        throw rejected("clean." + cleaned.getKey(), e);
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
    String code = "rule." + rule.name();
    try {
      if (!Boolean.TRUE.equals(rule.require().evaluate(fields))) {
        throw new RejectedException(Reason.of(code));
      }
    } catch (ExpressionException e) {
      throw rejected(code, e);
    }
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
      throw rejected("keep.failed", e);
    }
  }

  /** What takes too many steps is a fault that is logged: the definition may have to change. */
  private static RejectedException rejected(String code, ExpressionException failure) {
    return new RejectedException(
        Reason.of(code), failure instanceof TooManyStepsException ? failure : null);
  }
}
