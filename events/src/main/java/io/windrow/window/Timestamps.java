package io.windrow.window;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people read them, and as they sort: ISO-8601 in UTC, with milliseconds. */
public final class Timestamps {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** The text of a time in milliseconds since the epoch. */
  public static String iso(long millis) {
    return ISO.format(Instant.ofEpochMilli(millis));
  }

  /** Reads what {@link #iso} wrote. */
  public static long millis(String iso) {
    return Instant.from(ISO.parse(iso)).toEpochMilli();
  }
}
