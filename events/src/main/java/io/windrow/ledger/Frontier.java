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
 */
public record Frontier(Set<String> members, long closing, long closed) {

  /** Of a pipeline that no shard has joined. */
  public static final Frontier NEW = new Frontier(Set.of(), Watermark.NONE, Watermark.NONE);

  public Frontier {
    members = Collections.unmodifiableSet(new TreeSet<>(members));
    if (closed > closing) {
      throw new IllegalStateException("closed " + closed + " is past closing " + closing);
    }
  }

  public Frontier withMember(String shard) {
    Set<String> more = new TreeSet<>(members);
    more.add(shard);
    return new Frontier(more, closing, closed);
  }

  public Frontier withClosing(long watermark) {
    return new Frontier(members, watermark, closed);
  }

  public Frontier withClosed(long watermark) {
    return new Frontier(members, closing, watermark);
  }
}
