package io.windrow.ledger;

import io.windrow.window.Watermark;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the windows of a pipeline are closed, and which shards it knows.
 *
 * @param members the shards whose chains may hold events of windows that are not closed
 * @param closing the watermark to which windows are being closed
 * @param closed the watermark to which they all are; equal to closing when none is under way
 * @param incompleteBefore windows that were not closed when a shard was lost lack some of its
 *     events if they hold times before this one; none if no shard ever was
 */
public record Frontier(Set<String> members, long closing, long closed, long incompleteBefore) {

  /** Of a pipeline that no shard has joined. */
  public static final Frontier NEW = new Frontier(Set.of(), Watermark.NONE, Watermark.NONE);

  /** Of a pipeline that has lost no shard. */
  public Frontier(Set<String> members, long closing, long closed) {
    this(members, closing, closed, Watermark.NONE);
  }

  public Frontier {
    members = Collections.unmodifiableSet(new TreeSet<>(members));
    if (closed > closing) {
      throw new IllegalStateException("closed " + closed + " is past closing " + closing);
    }
  }

  /** Whether results of the closing under way may still have to be written. */
  public boolean isClosing() {
    return closing > closed;
  }

  public Frontier withMember(String shard) {
    Set<String> more = new TreeSet<>(members);
    more.add(shard);
    return withMembers(more);
  }

  public Frontier withMembers(Set<String> others) {
    return new Frontier(others, closing, closed, incompleteBefore);
  }

  public Frontier withIncompleteBefore(long time) {
    return new Frontier(members, closing, closed, Math.max(incompleteBefore, time));
  }

  public Frontier withClosing(long watermark) {
    return new Frontier(members, watermark, closed, incompleteBefore);
  }

  public Frontier withClosed(long watermark) {
    return new Frontier(members, closing, watermark, incompleteBefore);
  }
}
