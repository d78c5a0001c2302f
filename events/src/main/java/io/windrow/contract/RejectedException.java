package io.windrow.contract;

import org.jspecify.annotations.Nullable;

/**
 * A step of validation rejects a record. Rejections are an everyday outcome, so this carries no
 * stack trace.
 */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String pointer;

  public RejectedException(Reason reason) {
    this(reason, null);
  }

  /**
   * A rejection.
   *
   * @param fault what code threw that failed on the record; null if the record alone is to blame
   */
  public RejectedException(Reason reason, @Nullable Throwable fault) {
    super(reason.toString(), fault, false, false);
    this.code = reason.code();
    this.pointer = reason.pointer();
  }

  public Reason reason() {
    return new Reason(code, pointer);
  }
}
