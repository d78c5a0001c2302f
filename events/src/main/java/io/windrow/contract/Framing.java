package io.windrow.contract;

/** How a payload holds events, each of which is a text of JSON. */
interface Framing {

  /**
   * Takes the texts out of a payload, in order. A text may turn out not to be JSON; what of a
   * payload belongs to no event is none or the whole of it.
   *
   * @throws RejectedException when the payload as a whole is none of this form
   */
  void takeOut(byte[] payload, Texts into) throws RejectedException;

  /** Takes texts. */
  interface Texts {
    void add(byte[] text) throws RejectedException;
  }
}
