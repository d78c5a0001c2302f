package io.windrow.contract;

/**
 * A step of validation rejects a record. Rejections are an everyday outcome, so this carries no
 * stack trace.
 */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String pointer;

  public RejectedException(Reason reason) {
    super(reason.toString(), null, false, false);
    this.code = reason.code();
    this.pointer = reason.pointer();
  }

  public Reason reason() {
    return new Reason(code, pointer);
  }
}
