package io.windrow.ledger;

/** Where encoded content is: that of a commit, or of a part of a run. */
public sealed interface Payload {

  /** Over how many items of its own it is cut. */
  int items();

  /** With what names it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Inline(byte[] content) implements Payload {
    @Override
    public int items() {
      return 0;
    }

    @Override
    public String toString() {
      return content.length + " bytes";
    }
  }

  /** In items of its own, whose keys follow from what names them. */
  record Parts(int items) implements Payload {}
}
