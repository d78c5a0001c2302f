package io.windrow.record;

/**
 * What a record comes to as its parts are taken out one by one: the records of a KPL aggregate, the
 * events of a payload that has several. Each part may be rejected, and quarantine then keeps it by
 * itself. So each counts for what keeping it takes: its own bytes, its partition key, and {@value
 * #PART} bytes for its position and verdict.
 */
public final class Expansion {
  /**
   * The most that one record may come to, in bytes. Kinesis takes records of 1 MiB unless a stream
   * is set otherwise: sixteen times that holds what honest producers pack and compress, and keeps
   * both the memory of a function and what one record adds to quarantine small.
   */
  public static final int LIMIT = 16 << 20;

  /** What a part is kept with beside its own bytes and its partition key. */
  public static final int PART = 128;

  private long bytes;

  /** Adds so many bytes, and says whether the record is still within the limit. */
  public boolean add(long more) {
    bytes += more;
    return bytes <= LIMIT;
  }
}
