package io.windrow.ledger;

/**
 * Where runs begin and end: a run of level 1 holds so many entries of its chain, one of the next
 * level as many runs. Bounds are fixed, so that whoever compacts makes the same.
 */
public record RunBounds(int fan) {
  /** Those that every deployed pipeline has: changing them needs another format of manifests. */
  public static final RunBounds STANDARD = new RunBounds(64);

  /** With the standard bounds, runs of this level hold 16 million entries. */
  static final int MAX_LEVEL = 4;

  /** How many entries a run of a level holds, unless the chain ends within it. */
  long size(int level) {
    long size = 1;
    for (int i = 0; i < level; i++) {
      size *= fan;
    }
    return size;
  }

  /** The index of the first entry of a run. */
  long first(RunId run) {
    return run.number() * size(run.level());
  }

  /** The index of the last entry of a run, unless the chain ends before. */
  long last(RunId run) {
    return first(run) + size(run.level()) - 1;
  }

  /** The number of the first run of a level that begins at an index or after it. */
  long firstFrom(int level, long index) {
    return (index + size(level) - 1) / size(level);
  }
}
