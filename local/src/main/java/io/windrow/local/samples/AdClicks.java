package io.windrow.local.samples;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The generator of the ad events that the <a
 * href="https://github.com/yahoo/streaming-benchmarks">Yahoo streaming benchmark</a> describes:
 * seven text fields, an ad of {@link Ads} each, times slightly out of order. The same seed and rate
 * give the same lines.
 *
 * <p>Of ten thousand lines some ten each are made as a real stream has them: far too late, of an
 * unknown ad, cut off, without an ad, of a clock that is a century ahead.
 */
public final class AdClicks {

  /** When event time begins: 2024-01-01T00:00:00Z. */
  public static final long START = 1_704_067_200_000L;

  /** Events in a second of event time, unless told otherwise. */
  public static final int EVENTS_A_SECOND = 1_000;

  private static final int USERS = 100;
  private static final int PAGES = 100;
  private static final int ONE_FLAW_IN = 1_000;
  private static final int JITTER = 50;
  private static final long LATE = 150_000;
  private static final long CENTURY = 3_155_760_000_000L;
  private static final List<String> AD_TYPES =
      List.of("banner", "modal", "sponsored-search", "mail", "mobile");
  private static final List<String> EVENT_TYPES = List.of("view", "click", "purchase");

  private final SplittableRandom random;
  private final int eventsASecond;
  private final List<String> ads = new Ads().ids();
  private final List<String> users;
  private final List<String> pages;
  private long made;

  public AdClicks(long seed) {
    this(seed, EVENTS_A_SECOND);
  }

  public AdClicks(long seed, int eventsASecond) {
    if (eventsASecond < 1) {
      throw new IllegalArgumentException(
          "events a second of event time are " + eventsASecond + "; there must be one at least");
    }
    this.random = new SplittableRandom(seed);
    this.eventsASecond = eventsASecond;
    this.users = Ads.uuids(random, USERS);
    this.pages = Ads.uuids(random, PAGES);
  }

  /** The next line, without an end of line. */
  public String next() {
    long time = START + made * 1000 / eventsASecond + random.nextInt(-JITTER, JITTER + 1);
    made++;
    String ad = one(ads);
    return switch (random.nextInt(ONE_FLAW_IN)) {
      case 0 -> event(ad, time - LATE);
      case 1 -> event(Ads.uuid(random), time);
      case 2 -> cutOff(event(ad, time));
      case 3 -> withoutAd(time);
      case 4 -> event(ad, time + CENTURY);
      default -> event(ad, time);
    };
  }

  private String event(String ad, long time) {
    return line("\"ad_id\":\"" + ad + "\",", time);
  }

  private String withoutAd(long time) {
    return line("", time);
  }

  private String cutOff(String line) {
    return line.substring(0, random.nextInt(1, line.length()));
  }

  private String line(String ad, long time) {
    return "{\"user_id\":\""
        + one(users)
        + "\",\"page_id\":\""
        + one(pages)
        + "\","
        + ad
        + "\"ad_type\":\""
        + one(AD_TYPES)
        + "\",\"event_type\":\""
        + one(EVENT_TYPES)
        + "\",\"event_time\":\""
        + time
        + "\",\"ip_address\":\"1.2.3.4\"}";
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
