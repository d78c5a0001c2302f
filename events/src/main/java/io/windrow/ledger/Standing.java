package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;

/** How far a shard that counts has come, and why no further: no window closes past it. */
public record Standing(String shard, long watermark, Cause cause) {

  /** What a shard's watermark waits for. */
  public enum Cause {
    FURTHEST("no shard is further; its next event moves it"),
    LOST("the stream has dropped it with records that were not taken; windows are incomplete"),
    RECORDS_WAIT("records past its last commit wait to be processed"),
    UNANSWERED("its stream has not said yet whether records past its last commit wait"),
    EMPTY("it has no record left, and follows the other shards"),
    ENDED("it has ended, and a shard that it was split or merged into has not begun"),
    NOT_BEGUN("it has joined, and its chain has not begun");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    /** What a shard waits for that was asked. */
    static Cause of(Probe probe) {
      if (probe instanceof Probe.Waiting) {
        return RECORDS_WAIT;
      }
      if (probe instanceof Probe.Unanswered) {
        return UNANSWERED;
      }
      if (probe instanceof Probe.Gone) {
        return LOST;
      }
      return probe instanceof Probe.Empty ? EMPTY : ENDED;
    }

    /** The cause as a person reads it. */
    public String text() {
      return text;
    }
  }
}
