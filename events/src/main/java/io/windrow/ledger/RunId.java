package io.windrow.ledger;

/**
 * The name of a run: its shard, its level, and its number there.
 *
 * @param level 1 for a run of entries, else of runs of the level below
 * @param number from 0, within the level
 */
public record RunId(String shard, int level, long number) {
  RunId next() {
    return new RunId(shard, level, number + 1);
  }

  @Override
  public String toString() {
    return "run " + level + "." + number + " of shard " + shard;
  }
}
