package io.windrow.ledger;

/**
 * How far the records that a chain keeps are filed in quarantine.
 *
 * @param before those of the entries before this index are
 * @param until the entries from there up to this index are being filed, together; equal to {@code
 *     before} while none are
 * @param at when these were fixed, in milliseconds since the epoch
 */
public record Filed(long before, long until, long at) {

  /** Of a chain of which nothing is filed. */
  public static final Filed NONE = new Filed(0, 0, 0);

  /** Whether a range of entries is fixed and may not be filed yet. */
  public boolean isUnderWay() {
    return until > before;
  }

  Filed fixing(long end, long now) {
    return new Filed(before, end, now);
  }

  /** Past entries that are filed, or keep no records. */
  Filed past(long end) {
    return new Filed(end, end, at);
  }
}
