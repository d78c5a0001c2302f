package io.windrow.simulation.world;

/** Where the seeds of a test come from that are new each time. */
public final class Seeds {
  private static final String PROPERTY = "windrow.seed";

  private Seeds() {}

  /** The first seed: that of the property {@code windrow.seed}, or else one never used before. */
  public static long first() {
    return Long.getLong(PROPERTY, System.nanoTime());
  }

  /** How to have a run again that began with this seed. */
  public static String again(long seed) {
    return "again with -D" + PROPERTY + "=" + seed;
  }
}
