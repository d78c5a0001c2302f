package io.windrow.ledger;

/**
 * How large content may grow, in bytes, and parts of runs in rows.
 *
 * @param inline compressed content up to this size lies in the commit, so that the chain stays
 *     small
 * @param part compressed content is put in items of this size
 * @param cut content that may be larger before it is compressed is cut into several commits
 * @param rows that a part of a run has at most
 */
public record PayloadLimits(int inline, int part, long cut, int rows) {
  /** Below DynamoDB's 400 KB an item, keys and names included. */
  public static final PayloadLimits STANDARD = new PayloadLimits(4096, 380_000, 4L << 20, 10_000);
}
