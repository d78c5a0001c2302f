package io.windrow.window;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people read them, and as they sort: ISO-8601 in UTC, with milliseconds. */
public final class Timestamps {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private Timestamps() {}

  /** The text of a time in milliseconds since the epoch. */
  public static String iso(long millis) {
    return ISO.format(Instant.ofEpochMilli(millis));
  }

  /** The text of the same time as clocks in a zone show it, with their offset. */
  public static String local(long millis, ZoneId zone) {
    return LOCAL.format(Instant.ofEpochMilli(millis).atZone(zone));
  }

  /** Reads what {@link #iso} wrote. */
  public static long millis(String iso) {
    return Instant.from(ISO.parse(iso)).toEpochMilli();
  }
}
