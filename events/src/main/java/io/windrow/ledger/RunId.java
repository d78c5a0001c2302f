package io.windrow.ledger;

/**
 * Which run: a run of level 1 holds {@link #FAN} entries of its shard's chain, one of the next
 * level as many runs. Bounds are fixed, so that whoever compacts makes the same.
 *
 * @param level from 1
 * @param number from 0, within the level
 */
public record RunId(String shard, int level, long number) {
  /** How many of one level make one of the next. */
  public static final int FAN = 64;

  /** Runs of this level hold 16 million entries; none is larger. */
  public static final int MAX_LEVEL = 4;

  /** How many entries a run of a level holds, unless the chain ends within it. */
  public static long size(int level) {
    long size = 1;
    for (int i = 0; i < level; i++) {
      size *= FAN;
    }
    return size;
  }

  /** The index of its first entry. */
  public long first() {
    return number * size(level);
  }

  /** The index of its last entry, unless the chain ends before. */
  public long last() {
    return first() + size(level) - 1;
  }

  @Override
  public String toString() {
    return shard + " run " + level + "." + number;
  }
}
