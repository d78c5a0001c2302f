package io.windrow.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation of an expression sees, and the steps that it has left.
 *
 * <p>A step is about what a part of an expression takes for plain values. Folds and functions whose
 * cost depends on the data pay for it with {@link #spend}, so that no record takes more than a time
 * in proportion to its size. Steps are counted and never timed: the verdict on a record depends on
 * its data alone.
 */
final class Frame {
  /** The steps that every evaluation has, however small the record. */
  static final long FREE_STEPS = 100_000;

  /** The further steps for each character of the fields that the expression reads. */
  static final int STEPS_PER_CHARACTER = 64;

  private static final int CHARACTERS_READ_IN_A_STEP = 8;
  private static final int STEPS_FOR_A_NEW_PART = 4;
  private static final int CHARACTERS_OF_A_VALUE = 4;

  private static final @Nullable Object[] NO_LOCALS = {};

  private final Map<String, ? extends @Nullable Object> fields;

  /** By slot; what could not be computed is its {@link ExpressionException}. */
  private final @Nullable Object[] locals;

  private long left;

  /**
   * The frame of an evaluation.
   *
   * @param fields of the event
   * @param locals how many variables its folds have
   * @param steps that it may take
   */
  Frame(Map<String, ? extends @Nullable Object> fields, int locals, long steps) {
    this.fields = fields;
    this.locals = locals == 0 ? NO_LOCALS : new Object[locals];
    this.left = steps;
  }

  /** A frame without an event, for what is the same on every event. */
  static Frame ofConstants(int locals) {
    return new Frame(Map.of(), locals, FREE_STEPS);
  }

  Map<String, ? extends @Nullable Object> fields() {
    return fields;
  }

  @Nullable Object local(int slot) {
    return locals[slot];
  }

  void setLocal(int slot, @Nullable Object value) {
    locals[slot] = value;
  }

  long left() {
    return left;
  }

  /**
   * Pays for work.
   *
   * @throws Exhausted when the steps are used up
   */
  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new Exhausted();
    }
  }

  /** Pays for a pass over characters or bytes by the JDK, which takes many at a time. */
  void read(int characters) {
    spend(characters / CHARACTERS_READ_IN_A_STEP);
  }

  /** Pays, in advance, for characters or elements of a new value, which take memory too. */
  void build(int parts) {
    spend((long) parts * STEPS_FOR_A_NEW_PART);
  }

  /**
   * The size that a value has for the count of steps: its characters and those of the names in it,
   * and four for each value.
   */
  static long sizeOf(@Nullable Object value) {
    long size = CHARACTERS_OF_A_VALUE;
    if (value instanceof String text) {
      size += text.length();
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        size += sizeOf(element);
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        size += sizeOf(entry.getKey()) + sizeOf(entry.getValue());
      }
    }
    return size;
  }

  /**
   * The steps are used up. It is no {@link ExpressionException}, so that nothing in the expression
   * absorbs it.
   */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Exhausted() {
      super("the steps are used up", null, false, false);
    }
  }
}
