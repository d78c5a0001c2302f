package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;

/**
 * How far a shard that counts has come, and why no further: no window closes past it.
 *
 * @param waitsSince when the oldest record that is known to wait in it arrived, in milliseconds
 *     since the epoch; {@link Probe.Waiting#UNKNOWN} if none is known
 */
public record Standing(String shard, long watermark, Cause cause, long waitsSince) {

  /** Where a shard stands that no record is known to wait in. */
  public Standing(String shard, long watermark, Cause cause) {
    this(shard, watermark, cause, Probe.Waiting.UNKNOWN);
  }

  /** Where a shard stands that was asked for records past its last commit. */
  static Standing of(String shard, long watermark, Probe answer) {
    return answer instanceof Probe.Waiting waiting
        ? new Standing(shard, watermark, Cause.RECORDS_WAIT, waiting.arrival())
        : new Standing(shard, watermark, Cause.of(answer));
  }

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

    /** What a shard waits for that was asked and has no record to show. */
    private static Cause of(Probe probe) {
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
