package io.windrow.simulation.oracle;

/** Whether a record kills each call that folds it. */
public enum Deadliness {
  /** Never: it must get the verdict that its bytes say. */
  HARMLESS,
  /** At times: it may be set aside as poison, and may be folded. */
  AT_TIMES,
  /** Always: it must be set aside. */
  DEADLY
}
