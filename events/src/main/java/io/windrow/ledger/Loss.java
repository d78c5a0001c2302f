package io.windrow.ledger;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records that are in no count, as long as it is open which windows they may belong to: until every
 * shard has been read past all that arrived before the loss was noticed.
 *
 * @param noticed when it was noticed last, in milliseconds since the epoch
 * @param causes of which there may be several at once; none if no loss is open
 */
public record Loss(long noticed, Set<Cause> causes) {

  /** Of a pipeline in which no loss is open. */
  public static final Loss NONE = new Loss(Long.MIN_VALUE, Set.of());

  public Loss {
    causes = Collections.unmodifiableSet(new TreeSet<>(causes));
  }

  public boolean isOpen() {
    return !causes.isEmpty();
  }

  /** This one, and another that was noticed at a time. */
  Loss and(Cause cause, long now) {
    Set<Cause> more = new TreeSet<>(causes);
    more.add(cause);
    return new Loss(Math.max(noticed, now), more);
  }

  /** Why records are in no count. */
  public enum Cause {
    SHARD_LOST("the stream has dropped a shard with records that were not taken"),
    STREAM_REPLACED(
        "the stream is another one than before: what was not taken of the former one is in no count; put those records again if they matter"),
    STATE_REPLACED(
        "the state table is another one than before, restored or copied: what was taken since the copy is in no count; create the mapping anew so that it reads from before the copy"),
    RECORDS_SKIPPED(
        "the mapping has left out records that the stream holds: they are in no count; put them again, and see where the mapping starts");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    /** The cause as a person reads it. */
    public String text() {
      return text;
    }
  }
}
