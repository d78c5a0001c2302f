package io.windrow.ledger;

/** Where rejected and late records lie, whole, in readable files. */
public interface Quarantine {

  /** Puts a file; filing again puts the same under the same name. */
  void put(String name, byte[] content);
}
