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
 * @param incompleteBefore windows that were not closed when a loss was noticed may lack some of
 *     their events if they hold times before this one: all of them while the loss is open; none if
 *     there never was one
 * @param loss the loss that is open
 * @param identity what the state belongs to
 */
public record Frontier(
    Set<String> members,
    long closing,
    long closed,
    long incompleteBefore,
    Loss loss,
    Identity identity) {

  /** Of a pipeline that no shard has joined. */
  public static final Frontier NEW = new Frontier(Set.of(), Watermark.NONE, Watermark.NONE);

  /** Of a pipeline that has lost nothing. */
  public Frontier(Set<String> members, long closing, long closed) {
    this(members, closing, closed, Watermark.NONE, Loss.NONE, Identity.UNKNOWN);
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
    return new Frontier(others, closing, closed, incompleteBefore, loss, identity);
  }

  /** This one when a loss is noticed: nobody knows yet which windows the records belong to. */
  public Frontier withLoss(Loss.Cause cause, long now) {
    return new Frontier(members, closing, closed, Watermark.END, loss.and(cause, now), identity);
  }

  /** This one when it is known that what was lost belongs to windows that hold earlier times. */
  public Frontier withLossBefore(long time) {
    return new Frontier(members, closing, closed, time, Loss.NONE, identity);
  }

  public Frontier withIdentity(Identity other) {
    return new Frontier(members, closing, closed, incompleteBefore, loss, other);
  }

  public Frontier withClosing(long watermark) {
    return new Frontier(members, watermark, closed, incompleteBefore, loss, identity);
  }

  public Frontier withClosed(long watermark) {
    return new Frontier(members, closing, watermark, incompleteBefore, loss, identity);
  }
}
