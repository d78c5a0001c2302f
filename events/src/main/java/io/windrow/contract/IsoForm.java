package io.windrow.contract;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time as a text of ISO 8601 or RFC 3339. */
final class IsoForm implements TimeForm {
  private final @Nullable ZoneId zone;

  /**
   * The form.
   *
   * @param zone where a time without an offset is local; null if it is none
   */
  IsoForm(@Nullable ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public long read(Object value) {
    return value instanceof String text ? new IsoText(text).millis(zone) : UNREADABLE;
  }
}
