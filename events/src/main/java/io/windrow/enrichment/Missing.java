package io.windrow.enrichment;

/** What becomes of an event whose key has no row. */
public enum Missing {
  /** It goes on without the fields that would have been taken. */
  KEEP,
  /** It is rejected with {@code enrich.missing} and the place of its key. */
  QUARANTINE
}
