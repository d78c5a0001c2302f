package io.windrow.local.samples;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** The join table of the benchmark: 100 campaigns of 10 ads each, the same ones always. */
public final class Ads {
  private static final int CAMPAIGNS = 100;
  private static final int ADS_A_CAMPAIGN = 10;
  private static final long SEED = 1;

  private final List<String> campaigns;
  private final List<String> ids;

  public Ads() {
    SplittableRandom random = new SplittableRandom(SEED);
    this.campaigns = uuids(random, CAMPAIGNS);
    this.ids = uuids(random, CAMPAIGNS * ADS_A_CAMPAIGN);
  }

  /** The table as a CSV file. */
  public String csv() {
    StringBuilder out = new StringBuilder("ad_id,campaign_id\n");
    for (int i = 0; i < ids.size(); i++) {
      out.append(ids.get(i)).append(',').append(campaigns.get(i / ADS_A_CAMPAIGN)).append('\n');
    }
    return out.toString();
  }

  List<String> ids() {
    return ids;
  }

  static List<String> uuids(SplittableRandom random, int count) {
    return Stream.generate(() -> uuid(random)).limit(count).toList();
  }

  /** A random UUID of version 4. */
  static String uuid(SplittableRandom random) {
    long most = (random.nextLong() & ~0xF000L) | 0x4000L;
    long least = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(most, least).toString();
  }
}
