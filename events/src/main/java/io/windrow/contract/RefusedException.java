package io.windrow.contract;

/**
 * A step of validation refuses a record. Refusals are an everyday outcome, so this carries no stack
 * trace.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String pointer;

  public RefusedException(Reason reason) {
    super(reason.toString(), null, false, false);
    this.code = reason.code();
    this.pointer = reason.pointer();
  }

  public Reason reason() {
    return new Reason(code, pointer);
  }
}
