package io.windrow.contract;

/**
 * Why a record was rejected: a stable code and a JSON Pointer to the place in the payload, empty
 * for the whole of it.
 */
public record Reason(String code, String pointer) {
  /** The code of a record that kills each call that folds it. */
  public static final String POISON = "poison";

  public static Reason of(String code) {
    return new Reason(code, "");
  }

  @Override
  public String toString() {
    return pointer.isEmpty() ? code : code + " " + pointer;
  }
}
